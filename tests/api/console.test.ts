import type { Overview } from '@shared/wire/console';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, type Reply } from '../support/person';

let cloud: Cloud;
beforeAll(async () => (cloud = await givenCloud({ CONSOLE_KEY: 'the-key-of-operators' })));
afterAll(() => cloud.stop());

async function ask<T extends object = object>(method: string, path: string, { body, token }: { body?: unknown; token?: string } = {}): Promise<Reply<T>> {
  const response = await fetch(`${cloud.url}/api/console${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: (await response.json()) as Reply<T>['body'] };
}

const operator = async (): Promise<string> => (await ask<{ token: string }>('POST', '/login', { body: { key: 'the-key-of-operators' } })).body.token;

it('says whether the console is open, to anybody', async () => {
  expect((await ask<{ open: boolean }>('GET', '')).body).toEqual({ open: true });
});

it('lets in who has the key, and nobody else', async () => {
  expect((await ask('GET', '/overview', { token: await operator() })).status).toBe(200);
  const wrong = await ask('POST', '/login', { body: { key: 'guess' } });
  expect(codeOf(wrong)).toBe('401 console/key-wrong');
  expect((wrong.body as { error?: { field?: string } }).error?.field).toBe('key');
  expect(codeOf(await ask('POST', '/login', { body: { key: 7 } }))).toBe('400 request/invalid');
});

it('shows figures to operators alone, not to a signed-in person', async () => {
  const li = await cloud.person('李');
  expect(codeOf(await ask('GET', '/overview'))).toBe('401 console/key-wrong');
  expect(codeOf(await ask('GET', '/overview', { token: li.session.token }))).toBe('401 console/key-wrong');
});

it('counts what is there, and tells nothing anybody said', async () => {
  const [li, mei] = [await cloud.person('李'), await cloud.person('梅')];
  const pai = await li.createPai();
  await li.bring(pai.id, mei);
  const token = await operator();
  const figures = async (): Promise<Overview> => (await ask<Overview>('GET', '/overview', { token })).body;
  const before = await figures();
  for (const text of ['一句秘密', '两句', '三句']) await mei.say(pai.id, text);
  await li.must('POST', `/pais/${pai.id}/messages/${(await li.pai(pai.id)).headSeq}/report`, { reason: 'other', note: '试试' });
  const after = await figures();
  expect(after.users).toBe(before.users);
  expect(after.pais).toBeGreaterThanOrEqual(1);
  expect(after.messagesToday - before.messagesToday).toBe(3);
  expect(after.messagesPerHour).toHaveLength(24);
  expect(after.messagesPerHour.reduce((sum, hour) => sum + hour.people + hour.ai, 0)).toBe(after.messagesToday);
  expect(after.talkingPais - before.talkingPais).toBe(1);
  expect(after.aiShares.reduce((sum, pais) => sum + pais, 0)).toBeGreaterThanOrEqual(1);
  expect([after.reports - before.reports, after.reportsToday - before.reportsToday]).toEqual([1, 1]);
  expect(after.node.append.count - before.node.append.count).toBe(3);
  expect(after.stores).toEqual({ mongodb: true, redis: true });
  expect(JSON.stringify(after)).not.toMatch(/一句秘密|试试|李|梅/);
});

it('is closed without a key, whatever is tried', async () => {
  await cloud.stop();
  cloud = await givenCloud({ CONSOLE_KEY: '' });
  expect((await ask<{ open: boolean }>('GET', '')).body).toEqual({ open: false });
  expect(codeOf(await ask('POST', '/login', { body: { key: '' } }))).toBe('401 console/key-wrong');
  expect(codeOf(await ask('GET', '/overview', { token: 'x' }))).toBe('401 console/key-wrong');
});
