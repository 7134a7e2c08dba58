import fs from 'node:fs';
import { Redis } from 'ioredis';
import { startMongo, startRedis } from '../../scripts/stores';
import type { OwnStore } from '../../scripts/stores';
import { newTestFolder } from './testFolder';

export interface TestStores {
  /** A database of its own on the run's MongoDB. */
  mongoUri: string;
  /** A numbered database of its own on the run's Redis, empty. Pub/sub channels are not divided by databases. */
  redisUrl: string;
}

let made = 0;

/** Stores for one test file; each call gives fresh, empty ones. */
export async function testStores(): Promise<TestStores> {
  const uri = new URL(required('TEST_MONGODB_URI'));
  uri.pathname = `/${process.env.TEST_RUN ?? 'pai_test'}_${process.pid}_${++made}_${Date.now().toString(36)}`;
  return { mongoUri: uri.href, redisUrl: await emptyRedisDatabase(required('TEST_REDIS_URL')) };
}

async function emptyRedisDatabase(url: string): Promise<string> {
  const counter = new Redis(url);
  const [, count = '16'] = (await counter.config('GET', 'databases').catch(() => [])) as string[];
  const index = 1 + ((await counter.incr('pai-test:databases-taken')) % (Number(count) - 1));
  counter.disconnect();
  const own = new URL(url);
  own.pathname = `/${index}`;
  const redis = new Redis(own.href);
  await redis.flushdb(); // taken before, by another run on the same Redis
  redis.disconnect();
  return own.href;
}

function required(key: string): string {
  const value = process.env[key];
  if (!value) throw new Error(`${key} is not set: run tests with npm test or jest, whose global set-up starts the stores`);
  return value;
}

export interface PrivateStores {
  mongo: OwnStore;
  redis: OwnStore;
  /** Ends both and removes their data. */
  stop(): Promise<void>;
}

/** A MongoDB and a Redis nobody else uses, for tests that kill and restart them. */
export async function ownStores(): Promise<PrivateStores> {
  const options = { dataDir: newTestFolder(), ignoreEnv: true, say: () => undefined };
  const [{ own: mongo }, { own: redis }] = await Promise.all([startMongo(options), startRedis(options)]);
  if (!mongo || !redis) throw new Error('a store of our own was asked for and another one given');
  return {
    mongo,
    redis,
    stop: async () => {
      await Promise.all([mongo.stop(), redis.stop()]);
      fs.rmSync(options.dataDir, { recursive: true, force: true });
    },
  };
}
