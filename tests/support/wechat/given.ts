import { randomBytes } from 'node:crypto';
import { Redis } from 'ioredis';
import { createWechat, type Wechat, type WechatOptions } from '../../../cloud/src/infra/wechat/client';
import { testStores, type TestStores } from '../stores';
import { startWechatStub, type WechatStub } from './server';
import type { PushTarget } from './state';

export interface GivenWechat {
  stub: WechatStub;
  control: WechatStub['control'];
  wechat: Wechat;
  redis: Redis;
  /** One more client of the same app on its own Redis connection, as another process would have. */
  another: (options?: Partial<WechatOptions>) => Wechat;
  close: () => Promise<void>;
}

/** One Redis database for a test file. */
let stores: Promise<TestStores> | undefined;

/** A stand-in of its own app and a client for it. The app id is new each time, so tests share nothing in Redis. */
export async function givenWechat(options: Partial<WechatOptions> = {}, push?: PushTarget): Promise<GivenWechat> {
  const appId = `wx${randomBytes(8).toString('hex')}`;
  const { redisUrl } = await (stores ??= testStores());
  const stub = await startWechatStub({ port: 0, appId, ...(push ? { push } : {}) });
  const connections: Redis[] = [];
  const connect = (): Redis => {
    const redis = new Redis(redisUrl);
    connections.push(redis);
    return redis;
  };
  const another = (more: Partial<WechatOptions> = {}): Wechat => {
    const redis = more.redis ?? connect();
    return createWechat({ appId, secret: stub.secret, baseUrl: stub.url, ...options, ...more, redis });
  };
  const redis = connect();
  return {
    stub,
    control: stub.control,
    wechat: another({ redis }),
    redis,
    another,
    close: async () => {
      for (const connection of connections) connection.disconnect();
      await stub.stop();
    },
  };
}

/** What a call rejected with. */
export async function rejection(work: Promise<unknown>): Promise<Error & { errcode?: number }> {
  try {
    await work;
  } catch (error) {
    return error as Error & { errcode?: number };
  }
  throw new Error('expected a rejection');
}
