import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { givenWechat, rejection, type GivenWechat } from '../../../../tests/support/wechat/given';

const CREATE = '/cgi-bin/message/wxopen/activityid/create';
const SEND = '/cgi-bin/message/subscribe/send';
const LOGIN = '/sns/jscode2session';
let given: GivenWechat;
beforeEach(async () => void (given = await givenWechat({ timeoutMs: 400 })));
afterEach(() => given.close());

const reminder = { openid: 'o-li', templateId: 'tpl', envVersion: 'release' as const, values: { thing1: 'run' } };

async function listening(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('a call to WeChat', () => {
  it.each([
    ['busy', { kind: 'busy' }],
    ['cut off', { kind: 'cut' }],
    ['cut off after the work', { kind: 'cut-late' }],
    ['too slow', { kind: 'slow', ms: 1000 }],
    ['a 502 page', { kind: 'html', status: 502 }],
    ['no JSON', { kind: 'raw', body: '<html>maintenance</html>' }],
    ['JSON but no object', { kind: 'raw', body: '[1]' }],
    ['JSON of another shape', { kind: 'raw', body: '{"activity_id":7}' }],
  ] as const)('is tried once more when it is idempotent: %s', async (_name, fault) => {
    given.control.fault(CREATE, fault);
    expect((await given.wechat.createActivityId()).activityId).not.toBe('');
    expect(given.control.count(CREATE)).toBe(2);
    given.control.fault(CREATE, fault, 2);
    await expect(given.wechat.createActivityId()).rejects.toMatchObject({ errcode: -1, endpoint: CREATE });
    expect(given.control.count(CREATE)).toBe(4);
  });

  it.each([['busy'], ['cut'], ['cut-late']] as const)('is not repeated when twice is not the same as once: %s', async (kind) => {
    given.control.grant('o-li', 'tpl', 5);
    given.control.fault(SEND, { kind });
    await expect(given.wechat.sendSubscribeMessage(reminder)).rejects.toMatchObject({ errcode: -1 });
    expect(given.control.count(SEND)).toBe(1);
    expect(given.control.sent()).toHaveLength(kind === 'cut-late' ? 1 : 0);
  });

  it('is not repeated for an error that is no accident', async () => {
    given.control.fault(CREATE, { kind: 'error', errcode: 48001, errmsg: 'api unauthorized' });
    await expect(given.wechat.createActivityId()).rejects.toMatchObject({ errcode: 48001 });
    expect(given.control.count(CREATE)).toBe(1);
  });

  it('says so when nobody listens', async () => {
    const wechat = given.another({ baseUrl: 'http://127.0.0.1:9' });
    const error = await rejection(wechat.createActivityId());
    expect(error.message).toMatch(/^WeChat \/cgi-bin\/stable_token answered -1: connection failed/);
  });

  it('does not carry the secret along a redirect', async () => {
    const stolen: string[] = [];
    const thief = createServer((request, response) => response.end(String(stolen.push(request.url ?? ''))));
    const thiefUrl = await listening(thief);
    const bent = createServer((_request, response) => response.writeHead(307, { location: thiefUrl }).end());
    const wechat = given.another({ baseUrl: await listening(bent) });
    expect(await wechat.login('code')).toEqual({ refused: 'busy', errcode: -1 });
    expect(stolen).toEqual([]);
    for (const server of [thief, bent]) {
      server.close();
      server.closeAllConnections();
    }
  });

  it('stops reading an endless answer', async () => {
    const endless = createServer((_request, response) => {
      const feed = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(256 * 1024)));
      };
      response.on('drain', feed).on('error', () => undefined);
      feed();
    });
    const wechat = given.another({ baseUrl: await listening(endless), timeoutMs: 5000 });
    const error = await rejection(wechat.createActivityId());
    expect(error.message).toContain('answer too large');
    endless.close();
    endless.closeAllConnections();
  });

  it('tolerates a base address that ends in a slash', async () => {
    await given.another({ baseUrl: `${given.stub.url}/` }).createActivityId();
  });
});

describe('an error', () => {
  it('never holds secret, token, login code or session key, even when WeChat repeats them', async () => {
    await given.wechat.createActivityId();
    const token = String(given.control.currentToken());
    const code = 'c0de+with/odd=signs&more';
    const echo = (...parts: string[]): string => `bad request: ${parts.join(' and ')}`;
    given.control.fault(CREATE, { kind: 'error', errcode: 48001, errmsg: echo(token, token) });
    given.control.fault(LOGIN, { kind: 'error', errcode: 99999, errmsg: echo(given.stub.secret, code, encodeURIComponent(code)) });
    given.control.fault('/cgi-bin/stable_token', { kind: 'error', errcode: 99999, errmsg: echo(given.stub.secret) });
    const errors = [await rejection(given.wechat.createActivityId()), await rejection(given.wechat.login(code))];
    await given.redis.del(`wechat:token:${given.stub.appId}`);
    errors.push(await rejection(given.wechat.createActivityId()));
    given.control.fault(LOGIN, { kind: 'raw', body: '{"session_key":"a session key","openid":""}' }, 2);
    const shown = errors.map((error) => `${inspect(error, { depth: 9 })} ${JSON.stringify(error)}`).join();
    // The start of the token is enough: long texts are cut.
    for (const secret of [token.slice(0, 40), given.stub.secret, code, encodeURIComponent(code)]) expect(shown).not.toContain(secret);
    expect(shown).toContain('bad request: ***');
    expect(JSON.stringify(await given.wechat.login(code))).not.toContain('a session key');
  });

  it('is one short line whatever WeChat says', async () => {
    given.control.fault(CREATE, { kind: 'error', errcode: 48001, errmsg: `first\nsecond\u202e${'x'.repeat(5000)}` });
    const error = await rejection(given.wechat.createActivityId());
    expect(error.message).toMatch(/^WeChat \S+ answered 48001: first second x+$/);
    expect(error.message.length).toBeLessThan(300);
  });
});
