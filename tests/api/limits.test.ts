import type { Overview } from '@shared/wire/console';
import { ERRORS } from '@shared/wire/errors';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, type Person, type Reply } from '../support/person';
import { at, MINUTE_MS } from '../support/time';

const KEY = 'console-key-of-tests';

interface Tried {
  status: number;
  code: string | undefined;
  field: string | undefined;
  retryAfter: string | null;
  token: string;
}

async function knock(cloud: Cloud, key: unknown): Promise<Tried> {
  const response = await fetch(`${cloud.url}/api/console/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ key }) });
  const body = (await response.json()) as { token?: string; error?: { code: string; field?: string } };
  return { status: response.status, code: body.error?.code, field: body.error?.field, retryAfter: response.headers.get('retry-after'), token: body.token ?? '' };
}

const overview = async (cloud: Cloud, token: string): Promise<Reply<Overview>> => {
  const response = await fetch(`${cloud.url}/api/console/overview`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Reply<Overview>['body'] };
};

describe('too many requests', () => {
  let cloud: Cloud;
  beforeAll(async () => (cloud = await givenCloud({ RATE_LIMIT: 'on' })));
  afterAll(() => cloud.stop());

  it('are told when to come back, one person at a time and one kind at a time', async () => {
    const [li, mei] = await cloud.people('李', '梅');
    const search = (who: Person): Promise<Reply> => who.get('/search?q=x', { 'accept-language': 'en' });
    const replies = await Promise.all(Array.from({ length: 63 }, () => search(li)));
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(60);
    const refused = replies.find(({ status }) => status !== 200);
    const seconds = Number(refused?.headers.get('retry-after'));
    expect(codeOf(refused as Reply)).toBe('429 request/too-many');
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(refused?.body.error?.message).toBe(ERRORS['request/too-many'].en.replace('{seconds}', String(seconds)));
    expect((await search(mei)).status).toBe(200);
    expect((await li.get('/pais')).status).toBe(200);
  });

  it('of the console’s key shut the door to right keys too', async () => {
    const tries: Tried[] = [];
    for (let i = 0; i < 11; i++) tries.push(await knock(cloud, `guess ${i}`));
    expect(tries.slice(0, 10).every(({ code }) => code === 'console/key-wrong')).toBe(true);
    expect(tries[10]).toMatchObject({ status: 429, code: 'request/too-many' });
    expect(await knock(cloud, KEY)).toMatchObject({ status: 429, token: '' });
  });

  it('of sign-ins are limited by address', async () => {
    const device = 'one-device-many-sign-ins-01';
    const statuses = await Promise.all(
      Array.from({ length: 65 }, () => fetch(`${cloud.url}/api/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'guest', nickname: '多', device }) }).then(({ status }) => status)),
    );
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(5);
    expect(new Set(statuses)).toEqual(new Set([200, 429]));
  });
});

describe('the console', () => {
  let cloud: Cloud;
  beforeAll(async () => (cloud = await givenCloud()));
  afterAll(() => cloud.stop());

  it('opens to the right key for 8 hours', async () => {
    expect(await (await fetch(`${cloud.url}/api/console`)).json()).toEqual({ open: true });
    const { token } = await knock(cloud, KEY);
    const { status, body } = await overview(cloud, token);
    expect([status, body.stores]).toEqual([200, { mongodb: true, redis: true }]);
    expect(body.messagesPerHour).toHaveLength(24);
    expect((await at(479 * MINUTE_MS, () => overview(cloud, token))).status).toBe(200);
    expect(codeOf(await at(481 * MINUTE_MS, () => overview(cloud, token)))).toBe('401 console/key-wrong');
  });

  it.each([[''], ['wrong'], [`${KEY}x`], [KEY.slice(1)], [KEY.toUpperCase()]])('not to %j', async (key) => {
    expect(await knock(cloud, key)).toMatchObject({ status: 401, code: 'console/key-wrong', field: 'key', token: '' });
  });

  it('nor to what is no text, no token, a user’s or a forged one', async () => {
    for (const key of [undefined, null, { $ne: '' }, [KEY], 'x'.repeat(257)]) expect(await knock(cloud, key)).toMatchObject({ status: 400, code: 'request/invalid' });
    const li = await cloud.person('李');
    const [, body] = (await knock(cloud, KEY)).token.split('.');
    const none = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`;
    for (const token of ['', 'x', li.session.token, none]) expect(codeOf(await overview(cloud, token))).toBe('401 console/key-wrong');
  });

  it('shows numbers only', async () => {
    const li = await cloud.person('李不该出现');
    const pai = await li.createPai('名字不该出现');
    await li.say(pai.id, '话不该出现');
    const text = JSON.stringify((await overview(cloud, (await knock(cloud, KEY)).token)).body);
    expect(text).not.toMatch(/不该出现/);
    for (const id of [li.id, pai.id]) expect(text).not.toContain(id);
  });
});

describe('without a key of its own the console', () => {
  it('is closed to everybody, also to an empty key and to tokens of before', async () => {
    const open = await givenCloud();
    const { token } = await knock(open, KEY);
    await open.stop();
    const closed = await givenCloud({ CONSOLE_KEY: '' });
    expect(await (await fetch(`${closed.url}/api/console`)).json()).toEqual({ open: false });
    for (const key of ['', KEY, 'undefined']) expect(await knock(closed, key)).toMatchObject({ status: 401, code: 'console/key-wrong' });
    expect(codeOf(await overview(closed, token))).toBe('401 console/key-wrong');
    await closed.stop();
  });
});
