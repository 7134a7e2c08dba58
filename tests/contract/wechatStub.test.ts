import { createHmac } from 'node:crypto';
import { startWechatStub, type WechatStub } from '../support/wechat';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
let stub: WechatStub;
beforeEach(async () => void (stub = await startWechatStub({ port: 0 })));
afterEach(() => stub.stop());

type Answer = Record<string, unknown> & { errcode?: number };

async function get(path: string, query: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${stub.url}${path}?${new URLSearchParams(query).toString()}`);
  return (await response.json()) as Answer;
}

async function post(path: string, body: unknown, query: Record<string, string> = {}): Promise<Answer> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(`${stub.url}${path}?${new URLSearchParams(query).toString()}`, { method: 'POST', body: text });
  return (await response.json()) as Answer;
}

const askToken = (more: object = {}): Promise<Answer> =>
  post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: stub.appId, secret: stub.secret, ...more });
const tokenOf = async (more: object = {}): Promise<string> => String((await askToken(more)).access_token);
const errcodeWith = async (token: string): Promise<unknown> => (await get('/cgi-bin/message/wxopen/activityid/create', { access_token: token })).errcode;
const login = (code: string): Promise<Answer> =>
  get('/sns/jscode2session', { appid: stub.appId, secret: stub.secret, js_code: code, grant_type: 'authorization_code' });

describe("the stand-in's tokens", () => {
  it('are the same in normal mode until the last five minutes, when old and new both work', async () => {
    const first = await tokenOf();
    stub.control.advance(115 * MINUTE - 1000);
    expect(await tokenOf()).toBe(first);
    stub.control.advance(2000);
    const second = await tokenOf();
    expect(second).not.toBe(first);
    expect([await errcodeWith(first), await errcodeWith(second)]).toEqual([0, 0]);
    stub.control.advance(5 * MINUTE);
    expect([await errcodeWith(first), await errcodeWith(second)]).toEqual([42001, 0]);
  });

  it('change when forced, at once and for good, but not twice within 30 s and at most 20 times a day', async () => {
    const first = await tokenOf();
    const forced = await tokenOf({ force_refresh: true });
    expect([await errcodeWith(first), await errcodeWith(forced)]).toEqual([40001, 0]);
    expect(await tokenOf({ force_refresh: true })).toBe(forced);
    let last: Answer = {};
    for (let i = 0; i < 20; i++) {
      stub.control.advance(30_000);
      last = await askToken({ force_refresh: true });
    }
    expect(last.errcode).toBe(45009);
  });

  it.each([
    [40001, { secret: 'wrong' }],
    [40002, { grant_type: 'other' }],
    [40013, { appid: 'wx0000000000000000' }],
    [41002, { appid: '' }],
    [41004, { secret: '' }],
  ])('are refused with %i', async (errcode, more) => {
    expect((await askToken(more)).errcode).toBe(errcode);
  });

  it('are wanted by every call but two', async () => {
    expect(await errcodeWith('')).toBe(40001);
    for (const path of ['/wxa/getwxacodeunlimit', '/wxa/msg_sec_check', '/wxa/media_check_async', '/cgi-bin/message/subscribe/send', '/cgi-bin/message/wxopen/updatablemsg/send']) {
      expect((await post(path, {})).errcode).toBe(40001);
    }
  });
});

describe("the stand-in's sessions", () => {
  it('are checked by signature and replaced on reset', async () => {
    const { session_key: sessionKey } = await login(stub.control.mintCode({ openid: 'o-li' }));
    const sign = (key: unknown): Record<string, string> => ({ openid: 'o-li', sig_method: 'hmac_sha256', signature: createHmac('sha256', String(key)).update('').digest('hex') });
    const token = { access_token: await tokenOf() };
    expect((await get('/wxa/checksession', { ...token, ...sign(sessionKey) })).errcode).toBe(0);
    const reset = await get('/wxa/resetusersessionkey', { ...token, ...sign(sessionKey) });
    expect(reset).toMatchObject({ errcode: 0, openid: 'o-li' });
    expect((await get('/wxa/checksession', { ...token, ...sign(sessionKey) })).errcode).toBe(87009);
    expect((await get('/wxa/checksession', { ...token, ...sign(reset.session_key) })).errcode).toBe(0);
    stub.control.setQuota('/wxa/resetusersessionkey', { perMinute: 1 });
    expect((await get('/wxa/resetusersessionkey', { ...token, ...sign(reset.session_key) })).errcode).toBe(45011);
  });

  it('come from a code that a developer without WeChat asks for', async () => {
    const { code } = await get('/stub/code', { openid: 'o-dev', unionid: 'u-dev' });
    expect(await login(String(code))).toMatchObject({ errcode: 0, openid: 'o-dev', unionid: 'u-dev' });
    expect((await get('/stub/code', { openid: 'no spaces' })).errcode).toBe(40003);
  });

  it('are the same in every run', async () => {
    const other = await startWechatStub({ port: 0 });
    expect(other.control.mintCode({ openid: 'o-li' })).toBe(stub.control.mintCode({ openid: 'o-li' }));
    await other.stop();
  });
});

describe("the stand-in's manners", () => {
  it('want the right method, a body, and JSON', async () => {
    const token = { access_token: await tokenOf() };
    expect((await get('/wxa/msg_sec_check', token)).errcode).toBe(43002);
    expect((await post('/sns/jscode2session', '{}')).errcode).toBe(43001);
    expect((await post('/wxa/msg_sec_check', '', token)).errcode).toBe(44002);
    expect((await post('/wxa/msg_sec_check', '{', token)).errcode).toBe(47001);
    expect((await fetch(`${stub.url}/nowhere`)).status).toBe(404);
  });

  it('refuse what the checks of content do not take', async () => {
    await login(stub.control.mintCode({ openid: 'o-li' }));
    const token = { access_token: await tokenOf() };
    const check = async (more: object): Promise<unknown> => (await post('/wxa/msg_sec_check', { version: 2, scene: 4, openid: 'o-li', content: 'x', ...more }, token)).errcode;
    expect(await check({})).toBe(0);
    expect(await check({ content: 'x'.repeat(2501) })).toBe(45002);
    expect(await check({ scene: 5 })).toBe(40129);
    expect(await check({ version: 1 })).toBe(40097);
    const media = async (more: object): Promise<unknown> =>
      (await post('/wxa/media_check_async', { version: 2, scene: 4, openid: 'o-li', media_url: 'http://127.0.0.1:9/', media_type: 2, ...more }, token)).errcode;
    expect([await media({ media_url: 'file:///etc/passwd' }), await media({ media_type: 3 }), await media({})]).toEqual([40097, 40097, 0]);
  });

  it('refuse template values beyond the documented limits (47003) and codes with bad arguments', async () => {
    const token = { access_token: await tokenOf() };
    stub.control.grant('o-li', 'tpl');
    const send = async (data: object): Promise<unknown> => (await post('/cgi-bin/message/subscribe/send', { touser: 'o-li', template_id: 'tpl', data }, token)).errcode;
    for (const [keyword, value] of [['thing1', 'x'.repeat(21)], ['thing1', 'a\nb'], ['time1', 'soon'], ['phrase1', 'abc'], ['name1', 'Li2'], ['number1', 'x'], ['other1', 'x']] as const) {
      expect(await send({ [keyword]: { value } })).toBe(47003);
    }
    expect(await send({ thing1: { value: 'x'.repeat(20) } })).toBe(0);
    const code = async (body: object): Promise<unknown> => (await post('/wxa/getwxacodeunlimit', { scene: 'x', page: 'pages/home/index', ...body }, token)).errcode;
    expect([await code({ scene: 'x'.repeat(33) }), await code({ scene: '中' }), await code({ width: 9 }), await code({ env_version: '' }), await code({ page: '/pages/home/index' }), await code({ check_path: 'false' })]).toEqual([
      40169, 40129, 40097, 40097, 41030, 47001,
    ]);
  });

  it('forget a spent minute and a spent day', async () => {
    stub.control.setQuota('/sns/jscode2session', { perMinute: 1, perDay: 2 });
    const once = async (): Promise<unknown> => (await login(stub.control.mintCode({ openid: 'o-li' }))).errcode;
    expect([await once(), await once()]).toEqual([0, 45011]);
    stub.control.advance(MINUTE);
    expect(await once()).toBe(45009);
    stub.control.advance(24 * HOUR);
    expect(await once()).toBe(0);
  });

  it('stop at once, even with work under way', async () => {
    const other = await startWechatStub({ port: 0 });
    other.control.fault('/sns/jscode2session', { kind: 'slow', ms: 60_000 });
    const call = fetch(`${other.url}/sns/jscode2session`).catch(() => 'cut');
    while (other.control.count('/sns/jscode2session') === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await other.stop();
    expect(await call).toBe('cut');
  });
});
