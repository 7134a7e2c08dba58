import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { givenWechat, rejection, type GivenWechat } from '../../../../tests/support/wechat/given';
import { DAY, SECOND } from '../clock';

const TOKEN = '/cgi-bin/stable_token';
const CREATE = '/cgi-bin/message/wxopen/activityid/create';
let given: GivenWechat;
let offset = 0;
beforeEach(async () => {
  offset = 0;
  given = await givenWechat({ clock: () => Date.now() + offset });
});
afterEach(() => given.close());

const tokenKey = (): string => `wechat:token:${given.stub.appId}`;
const forcedCalls = (): number => given.control.calls(TOKEN).filter((call) => String(call.body).includes('"force_refresh":true')).length;
/** Both clocks and Redis's: as if 30 s had passed since the last forced token. */
async function passThirtySeconds(): Promise<void> {
  given.control.advance(31 * SECOND);
  await given.redis.del(`${tokenKey()}:forced`);
}

describe('the access token', () => {
  it('is asked for once by 50 concurrent calls', async () => {
    await Promise.all(Array.from({ length: 50 }, () => given.wechat.createActivityId()));
    expect(given.control.count(TOKEN)).toBe(1);
    expect(given.control.count(CREATE)).toBe(50);
  });

  it('is asked for once by two processes at the same moment', async () => {
    const other = given.another();
    given.control.fault(TOKEN, { kind: 'slow', ms: 200 });
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? other : given.wechat).createActivityId()));
    expect(given.control.count(TOKEN)).toBe(1);
  });

  it('is kept in Redis until five minutes before its end, in full length', async () => {
    await given.wechat.createActivityId();
    expect(await given.redis.get(tokenKey())).toBe(given.control.currentToken());
    expect(given.control.currentToken()).toHaveLength(512);
    const left = await given.redis.ttl(tokenKey());
    expect(left).toBeGreaterThan(6890);
    expect(left).toBeLessThanOrEqual(6900);
    await given.another().createActivityId();
    expect(given.control.count(TOKEN)).toBe(1);
  });

  it('frees its lock, and survives a process that died holding it', async () => {
    await given.wechat.createActivityId();
    expect(await given.redis.exists(`${tokenKey()}:lock`)).toBe(0);
    await given.redis.del(tokenKey());
    await given.redis.set(`${tokenKey()}:lock`, 'a dead process', 'PX', 300);
    await given.wechat.createActivityId();
    expect(given.control.count(TOKEN)).toBe(2);
  });

  it('is not asked for when another process got it between our look and our lock', async () => {
    await given.wechat.createActivityId();
    const token = String(await given.redis.get(tokenKey()));
    await given.redis.del(tokenKey());
    const set = given.redis.set.bind(given.redis) as (...args: unknown[]) => Promise<'OK' | null>;
    jest.spyOn(given.redis, 'set').mockImplementationOnce(async (...args: unknown[]) => {
      await set(tokenKey(), token);
      return (await set(...args)) as 'OK';
    });
    await given.wechat.createActivityId();
    expect(given.control.count(TOKEN)).toBe(1);
  });

  it('does not free a lock that has passed to somebody else', async () => {
    given.control.fault(TOKEN, { kind: 'slow', ms: 300 });
    const call = given.wechat.createActivityId();
    while (given.control.count(TOKEN) === 0) await pause(10);
    await given.redis.set(`${tokenKey()}:lock`, 'somebody else', 'PX', 5000);
    await call;
    expect(await given.redis.get(`${tokenKey()}:lock`)).toBe('somebody else');
  });

  it('is renewed once in normal mode when WeChat calls it expired (42001), for all who wait', async () => {
    await given.wechat.createActivityId();
    given.control.expireTokens();
    const other = given.another();
    await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 ? other : given.wechat).createActivityId()));
    expect(given.control.count(TOKEN)).toBe(2);
    expect(forcedCalls()).toBe(0);
  });

  it('is taken from Redis when another process has renewed it in between', async () => {
    await given.wechat.createActivityId();
    given.control.fault(CREATE, { kind: 'slow', ms: 300 });
    const call = given.wechat.createActivityId();
    while (given.control.count(CREATE) < 2) await pause(10);
    given.control.expireTokens();
    await given.another().createActivityId();
    await call;
    expect(given.control.count(TOKEN)).toBe(2);
    expect(forcedCalls()).toBe(0);
  });

  it('is forced when normal mode repeats the refused one (40001)', async () => {
    await given.wechat.createActivityId();
    given.control.breakTokens();
    await given.wechat.createActivityId();
    expect(forcedCalls()).toBe(1);
    expect(await given.redis.get(tokenKey())).toBe(given.control.currentToken());
  });

  it('is renewed after 40014', async () => {
    await given.wechat.createActivityId();
    given.control.expireTokens();
    given.control.fault(CREATE, { kind: 'error', errcode: 40014 });
    await given.wechat.createActivityId();
    expect(given.control.count(TOKEN)).toBe(2);
  });

  it('is not forced twice within 30 s, by any process', async () => {
    await given.wechat.createActivityId();
    given.control.breakTokens();
    await given.wechat.createActivityId();
    given.control.breakTokens();
    await expect(given.another().createActivityId()).rejects.toMatchObject({ errcode: 40001 });
    expect(forcedCalls()).toBe(1);
    await passThirtySeconds();
    await given.wechat.createActivityId();
    expect(forcedCalls()).toBe(2);
  });

  it('is forced at most 20 times a day', async () => {
    await given.wechat.createActivityId();
    for (let i = 0; i < 20; i++) {
      given.control.breakTokens();
      await passThirtySeconds();
      await given.wechat.createActivityId();
    }
    given.control.breakTokens();
    await passThirtySeconds();
    await expect(given.wechat.createActivityId()).rejects.toMatchObject({ errcode: 40001 });
    expect(forcedCalls()).toBe(20);
    offset = DAY;
    given.control.advance(DAY);
    given.control.breakTokens();
    await passThirtySeconds();
    await given.wechat.createActivityId();
  });

  it('repeats the call once, not for ever', async () => {
    given.control.fault(CREATE, { kind: 'error', errcode: 42001 }, 5);
    await expect(given.wechat.createActivityId()).rejects.toMatchObject({ errcode: 42001 });
    expect(given.control.count(CREATE)).toBe(2);
  });

  it('reports a wrong secret (40001) to every waiter, and asks again next time', async () => {
    const wrong = given.another({ secret: 'wrong' });
    const errors = await Promise.all(Array.from({ length: 5 }, () => rejection(wrong.createActivityId())));
    expect(errors.map((error) => error.errcode)).toEqual([40001, 40001, 40001, 40001, 40001]);
    expect(given.control.count(TOKEN)).toBe(1);
    await rejection(wrong.createActivityId());
    expect(given.control.count(TOKEN)).toBe(2);
  });

  it.each([
    [45011, { perMinute: 0 }],
    [45009, { perDay: 0 }],
  ])('reports a spent quota (%i)', async (errcode, quota) => {
    given.control.setQuota(TOKEN, quota);
    await expect(given.wechat.createActivityId()).rejects.toMatchObject({ errcode, endpoint: TOKEN });
  });

  it('is had from WeChat directly while Redis is away', async () => {
    const lost = new Redis('redis://127.0.0.1:9', { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
    lost.on('error', () => undefined);
    const wechat = given.another({ redis: lost });
    await wechat.createActivityId();
    given.control.expireTokens();
    await wechat.createActivityId();
    lost.disconnect();
  });
});
