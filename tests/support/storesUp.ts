import fs from 'node:fs';
import type { Store } from '../../scripts/stores';
import { startMongo, startRedis } from '../../scripts/stores';
import { newTestFolder } from './testFolder';

export interface RunningStores {
  mongo: Store;
  redis: Store;
  dataDir: string;
}

declare global {
  var runningTestStores: RunningStores | undefined;
}

/** Brings up one MongoDB and one Redis for the run; workers find them by TEST_MONGODB_URI and TEST_REDIS_URL. */
export default async function storesUp(): Promise<void> {
  if (process.env.TEST_MONGODB_URI && process.env.TEST_REDIS_URL) return;
  const dataDir = newTestFolder();
  const [mongo, redis] = await Promise.all([startMongo({ dataDir }), startRedis({ dataDir, databases: 2000 })]);
  globalThis.runningTestStores = { mongo, redis, dataDir };
  process.env.TEST_MONGODB_URI = mongo.uri;
  process.env.TEST_REDIS_URL = redis.uri;
  process.env.TEST_RUN = `pai_test_${process.pid}`;
}

export async function endStores({ mongo, redis, dataDir }: RunningStores): Promise<void> {
  await Promise.all([mongo.stop(), redis.stop()]);
  fs.rmSync(dataDir, { recursive: true, force: true });
}
