import { LIMITS } from '@shared/domain/limits';
import type { Session, User } from '@shared/wire/account';
import { setClock } from '../../cloud/src/infra/clock';
import { sweepAccounts } from '../../cloud/src/account';
import { givenCloud, type Cloud } from '../support/cloud';
import { Person, eventually } from '../support/person';
import { givenSocket } from '../support/socket';

let cloud: Cloud;
beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
afterEach(() => setClock());

const DEVICE = '0123456789abcdef0123456789abcdef';

async function login(body: unknown, language = 'zh'): Promise<{ status: number; body: Session & { error?: { code: string; field?: string; message: string } } }> {
  const response = await fetch(`${cloud.url}/api/login`, { method: 'POST', headers: { 'content-type': 'application/json', 'accept-language': language }, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as never };
}

async function refresh(refreshToken: string): Promise<{ status: number; body: Session & { error?: { code: string } } }> {
  const response = await fetch(`${cloud.url}/api/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ refreshToken }) });
  return { status: response.status, body: (await response.json()) as never };
}

describe('guest sign-in', () => {
  it('signs a new guest in, and the same device is the same person', async () => {
    const first = await login({ kind: 'guest', nickname: '阿楠', device: DEVICE });
    expect(first.status).toBe(200);
    expect(first.body.user).toMatchObject({ nickname: '阿楠', guest: true, showOnInvites: false });
    const again = await login({ kind: 'guest', nickname: '楠楠', device: DEVICE });
    expect(again.body.user.id).toBe(first.body.user.id);
    expect(again.body.user.nickname).toBe('楠楠');
  });

  it('makes one account of two first sign-ins of a device at once', async () => {
    const device = 'device-key-of-a-race-0001';
    const all = await Promise.all(Array.from({ length: 8 }, () => login({ kind: 'guest', nickname: '同时', device })));
    expect(new Set(all.map(({ body }) => body.user.id)).size).toBe(1);
  });

  it.each([
    ['', 'request/invalid'],
    ['   ', 'request/invalid'],
    ['\u200b\u202e', 'request/invalid'],
    ['一'.repeat(21), 'request/invalid'],
    ['小派', 'account/nickname-reserved'],
    ['小 派', 'account/nickname-reserved'],
    ['ＡＩ', 'account/nickname-reserved'],
  ])('refuses the nickname %j', async (nickname, code) => {
    const { status, body } = await login({ kind: 'guest', nickname, device: DEVICE });
    expect(status).toBe(400);
    expect(body.error).toMatchObject({ code, field: 'nickname' });
  });

  it('takes a name of 20 emoji that are many code points each', async () => {
    expect((await login({ kind: 'guest', nickname: '👨‍👩‍👧‍👦'.repeat(20), device: 'emoji-device-0123456789' })).status).toBe(200);
  });

  it('names the field at fault in the language of the reader', async () => {
    const zh = await login({ kind: 'guest', nickname: '甲', device: 'short' });
    const en = await login({ kind: 'guest', nickname: 'A', device: 'short' }, 'en-GB,en');
    expect(zh.body.error).toMatchObject({ code: 'request/invalid', field: 'device' });
    expect(zh.body.error?.message).toMatch(/[一-鿿]/);
    expect(en.body.error?.message).not.toMatch(/[一-鿿]/);
  });

  it('says so when the body is no JSON or the kind is unknown', async () => {
    const broken = await fetch(`${cloud.url}/api/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
    expect([broken.status, ((await broken.json()) as { error: { code: string } }).error.code]).toEqual([400, 'request/not-json']);
    expect((await login({ kind: 'owl' })).body.error?.code).toBe('request/invalid');
  });

  it('is off where the operator says so', async () => {
    const closed = await givenCloudInTurn({ AUTH_GUEST: 'off' });
    const response = await fetch(`${closed.url}/api/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'guest', nickname: '甲', device: DEVICE }) });
    expect([response.status, ((await response.json()) as { error: { code: string } }).error.code]).toEqual([403, 'auth/guest-off']);
    await closed.stop();
    cloud = await givenCloud();
  });
});

/* One process holds one service: the other one is stopped first. */
async function givenCloudInTurn(overrides: Record<string, string>): Promise<Cloud> {
  await cloud.stop();
  return givenCloud(overrides);
}

describe('tokens', () => {
  it('rotates the refresh token at each use', async () => {
    const li = await cloud.person('李');
    const next = await refresh(li.session.refreshToken);
    expect(next.status).toBe(200);
    expect(next.body.refreshToken).not.toBe(li.session.refreshToken);
    const later = new Person(cloud.url, next.body, li.device);
    expect((await later.get('/me')).status).toBe(200);
  });

  it('ends the whole family when a refresh token is used twice', async () => {
    const li = await cloud.person('李');
    const next = await refresh(li.session.refreshToken);
    const reused = await refresh(li.session.refreshToken);
    expect([reused.status, reused.body.error?.code]).toEqual([401, 'auth/refresh-reused']);
    expect((await refresh(next.body.refreshToken)).status).toBe(401);
    expect((await new Person(cloud.url, next.body, li.device).get('/me')).body.error?.code).toBe('auth/token-invalid');
  });

  it('lets exactly one of many simultaneous uses win', async () => {
    const li = await cloud.person('李');
    const all = await Promise.all(Array.from({ length: 6 }, () => refresh(li.session.refreshToken)));
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
  });

  it('refuses a token after 15 minutes, and one with a foreign or no signature', async () => {
    const li = await cloud.person('李');
    const start = Date.now();
    setClock(() => start + 15 * 60_000 + 1000);
    expect((await li.get('/me')).body.error?.code).toBe('auth/token-expired');
    setClock();
    const [head, body] = li.session.token.split('.');
    const none = `${Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url')}.${body}.`;
    for (const token of ['x', `${head}.${body}.AAAA`, none]) {
      li.session = { ...li.session, token };
      expect((await li.get('/me')).body.error?.code).toBe('auth/token-invalid');
    }
  });

  it('verifies tokens of the old key while keys overlap, and signs with the new one', async () => {
    const li = await cloud.person('李');
    const { env } = cloud;
    await cloud.stop();
    const { startService } = await import('../../cloud/src/service');
    const { loadConfig } = await import('../../cloud/src/config');
    const next = await startService(loadConfig({ ...env, AUTH_KEYS: `k2:another-secret-another-secret-another,${env.AUTH_KEYS}` }));
    const there = li.at(next.url);
    expect((await there.get('/me')).status).toBe(200);
    const fresh = await Person.guest(next.url, '新');
    expect(JSON.parse(Buffer.from(fresh.session.token.split('.')[0] ?? '', 'base64url').toString())).toMatchObject({ kid: 'k2' });
    await next.stop();
    cloud = await givenCloud();
  });

  it('logout ends the sign-in and closes its sockets within 5 s', async () => {
    const li = await cloud.person('李');
    const socket = await givenSocket(li);
    const started = Date.now();
    expect((await li.post('/logout')).status).toBe(200);
    await eventually('socket closed', () => socket.closed, 5000);
    expect(Date.now() - started).toBeLessThan(5000);
    expect(socket.closed?.reason).toBe('signed-out');
    expect((await li.get('/me')).status).toBe(401);
    expect((await refresh(li.session.refreshToken)).status).toBe(401);
  });
});

describe('my account', () => {
  it('changes name, language and whether I am shown on invites', async () => {
    const li = await cloud.person('李');
    const { body } = await li.patch<{ user: User }>('/me', { nickname: ' 李  雷 ', showOnInvites: true, locale: 'en' });
    expect(body.user).toMatchObject({ nickname: '李 雷', showOnInvites: true, locale: 'en' });
    expect((await li.patch('/me', { nickname: '系统' })).body.error?.code).toBe('account/nickname-reserved');
    expect((await li.patch('/me', { avatarFileId: 'nobodysfile' })).body.error?.code).toBe('file/not-found');
  });

  it('is deleted after 24 hours unless taken back, and then it is really gone', async () => {
    const [li, mei] = [await cloud.person('李雷'), await cloud.person('韩梅')];
    const pai = await li.createPai('留下的派');
    await li.bring(pai.id, mei);
    await mei.say(pai.id, '这句话会消失');
    const planned = await mei.call<{ user: User }>('DELETE', '/me');
    expect(Date.parse(planned.body.user.deleteAt ?? '')).toBeGreaterThan(Date.now() + (LIMITS.accountDeleteHours - 1) * 3600_000);
    expect((await mei.post<{ user: User }>('/me/restore')).body.user.deleteAt).toBeUndefined();
    await mei.call('DELETE', '/me');
    await sweepAccounts();
    expect((await mei.get('/me')).status).toBe(200);
    const start = Date.now();
    setClock(() => start + 24 * 3600_000 + 1000);
    await sweepAccounts();
    setClock();
    expect((await mei.get('/me')).status).toBe(401);
    expect((await refresh(mei.session.refreshToken)).status).toBe(401);
    const history = await li.history(pai.id);
    expect(JSON.stringify(history)).not.toContain('这句话会消失');
    expect(JSON.stringify(history.filter((message) => message.kind !== 'system'))).not.toContain('韩梅');
    expect((await li.members(pai.id)).map(({ id }) => id)).not.toContain(mei.id);
    expect((await Person.guest(cloud.url, '韩梅', mei.device)).id).not.toBe(mei.id);
  });

  it('hands a deleted owner’s pai to the longest-serving admin and erases it when nobody is left', async () => {
    const [owner, admin, member] = [await cloud.person('派主'), await cloud.person('管理'), await cloud.person('成员')];
    const [shared, alone] = [await owner.createPai('共有'), await owner.createPai('独有')];
    await owner.bring(shared.id, member, admin);
    await owner.must('PATCH', `/pais/${shared.id}/members/${admin.id}`, { role: 'admin' });
    await owner.call('DELETE', '/me');
    const start = Date.now();
    setClock(() => start + 25 * 3600_000);
    await sweepAccounts();
    setClock();
    expect(await admin.pai(shared.id)).toMatchObject({ ownerId: admin.id, memberCount: 2, mine: { role: 'owner' } });
    expect((await admin.get(`/pais/${alone.id}`)).status).toBe(404);
  });
});
