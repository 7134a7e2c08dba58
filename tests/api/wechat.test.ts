import mongoose from 'mongoose';
import type { Session, User } from '@shared/wire/account';
import { givenCloud, type Cloud } from '../support/cloud';
import { Person } from '../support/person';
import { startWechatStub, type WechatStub } from '../support/wechat';

let stub: WechatStub;
let cloud: Cloud;

beforeAll(async () => {
  stub = await startWechatStub({ port: 0, appId: 'wx0123456789abcdef' });
  cloud = await givenCloud({ WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: stub.secret, WECHAT_BASE_URL: stub.url });
});
afterAll(async () => {
  await cloud.stop();
  await stub.stop();
});

async function login(body: Record<string, unknown>): Promise<{ status: number; text: string; body: Session & { error?: { code: string; message: string; field?: string } } }> {
  const response = await fetch(`${cloud.url}/api/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'wechat', ...body }) });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as never };
}
const code = (openid: string): string => stub.control.mintCode({ openid });

describe('WeChat sign-in', () => {
  it('signs the same WeChat user in as the same person', async () => {
    const first = await login({ code: code('o-lin'), nickname: '林静' });
    expect(first.status).toBe(200);
    expect(first.body.user).toMatchObject({ nickname: '林静', guest: false });
    const again = await login({ code: code('o-lin') });
    expect(again.body.user).toMatchObject({ id: first.body.user.id, nickname: '林静' });
  });

  it('makes one account of two first sign-ins at once', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => login({ code: code('o-race') })));
    expect(new Set(all.map(({ body }) => body.user.id)).size).toBe(1);
  });

  it('refuses a used, unknown or empty code and names the field', async () => {
    const used = code('o-used');
    await login({ code: used });
    for (const bad of [used, 'never-minted']) expect((await login({ code: bad })).body.error).toMatchObject({ code: 'auth/wechat-code', field: 'code' });
    expect((await login({ code: '' })).body.error).toMatchObject({ code: 'request/invalid', field: 'code' });
  });

  it('tells an account WeChat holds for a risk so, after one try only', async () => {
    stub.control.block('o-risk');
    const before = stub.control.calls('/sns/jscode2session').length;
    const reply = await login({ code: code('o-risk') });
    expect([reply.status, reply.body.error?.code]).toEqual([403, 'auth/wechat-risk']);
    expect(stub.control.calls('/sns/jscode2session').length).toBe(before + 1);
  });

  it('keeps the session key encrypted and sends neither it nor the openid out', async () => {
    const reply = await login({ code: code('o-secret-of-mine') });
    const stored = await mongoose.connection.collection('users').findOne({ 'wechat.openid': 'o-secret-of-mine' });
    const sealed = String((stored?.wechat as { sessionKey: string }).sessionKey);
    expect(sealed).not.toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(reply.text).not.toContain('o-secret-of-mine');
    expect(reply.text).not.toContain('sessionKey');
  });

  it('says that WeChat is busy when it is, and works again after', async () => {
    stub.control.fault('/sns/jscode2session', { kind: 'error', errcode: -1 }, 10);
    const reply = await login({ code: code('o-busy') });
    stub.control.clearFaults();
    expect([reply.status, reply.body.error?.code]).toEqual([503, 'auth/wechat-busy']);
    expect((await login({ code: code('o-busy') })).status).toBe(200);
  });
});

describe('binding a guest', () => {
  it('makes the guest the person of that WeChat account, pais and all', async () => {
    const guest = await cloud.person('游客');
    const pai = await guest.createPai('一起');
    const bound = await guest.must<{ user: User }>('POST', '/me/wechat', { code: code('o-guest') });
    expect(bound.user).toMatchObject({ id: guest.id, guest: false });
    const there = new Person(cloud.url, (await login({ code: code('o-guest') })).body, '');
    expect(there.id).toBe(guest.id);
    expect((await there.pai(pai.id)).mine.role).toBe('owner');
  });

  it('refuses an account that is somebody already', async () => {
    await login({ code: code('o-taken') });
    const guest = await cloud.person('另一位');
    expect((await guest.post('/me/wechat', { code: code('o-taken') })).body.error?.code).toBe('auth/wechat-taken');
  });
});

describe('mini-program codes', () => {
  it('draws the code of an invitation for a member, and tells a JSON error from a picture', async () => {
    const lin = await cloud.person('林');
    const pai = await lin.createPai('带码');
    const { token } = await lin.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {});
    const draw = (): Promise<Response> => fetch(`${cloud.url}/api/invites/${token}/code`, { headers: { authorization: `Bearer ${lin.session.token}` } });
    const drawn = await draw();
    expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/png']);
    expect(Buffer.from(await drawn.arrayBuffer()).subarray(1, 4).toString()).toBe('PNG');
    stub.control.fault('/wxa/getwxacodeunlimit', { kind: 'error', errcode: 45009 }, 5);
    const failed = await draw();
    stub.control.clearFaults();
    expect([failed.status, ((await failed.json()) as { error: { code: string } }).error.code]).toEqual([503, 'invite/code-unavailable']);
    const stranger = await cloud.person('路人');
    expect((await stranger.get(`/invites/${token}/code`)).status).toBeGreaterThanOrEqual(403);
  });
});

describe('message push', () => {
  const PUSH = { token: 'push-token-of-tests', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };
  const target = () => ({ url: `${cloud.url}/wechat/push`, ...PUSH });

  it('is closed where no token is set', async () => {
    expect((await fetch(`${cloud.url}/wechat/push?signature=x&timestamp=1&nonce=2&echostr=hi`)).status).toBe(404);
  });

  it('proves its address, takes encrypted pushes and refuses forged ones', async () => {
    const { env } = cloud;
    await cloud.stop();
    cloud = await givenCloud({ ...env, WECHAT_PUSH_TOKEN: PUSH.token, WECHAT_PUSH_AES_KEY: PUSH.aesKey });
    stub.control.setPush(target());
    expect(await stub.control.verifyPushAddress()).toBe(true);
    await stub.control.push({ Event: 'user_enter_tempsession' });
    expect(stub.control.pushes().at(-1)).toMatchObject({ tries: [200] });
    stub.control.setPush({ ...target(), token: 'somebody-elses' });
    expect(await stub.control.verifyPushAddress()).toBe(false);
    const forged = await fetch(`${cloud.url}/wechat/push?msg_signature=${'0'.repeat(40)}&timestamp=1&nonce=2`, { method: 'POST', body: '{"Encrypt":"AAAA"}' });
    expect(forged.status).toBe(403);
  });
});
