import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { SetupError } from './setupError';
import { lockData, startMongo, startRedis } from './stores';
import { freePort } from './stores/port';

describe('choosing the stores', () => {
  const before = { ...process.env };
  let dataDir: string;
  beforeEach(() => (dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'pai-stores-'))));
  afterEach(() => {
    for (const key of ['MONGODB_URI', 'REDIS_URL']) {
      if (before[key] === undefined) delete process.env[key];
      else process.env[key] = before[key];
    }
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  it('uses yours when it is named, and leaves it running', async () => {
    process.env.MONGODB_URI = process.env.TEST_MONGODB_URI;
    process.env.REDIS_URL = process.env.TEST_REDIS_URL;
    const [mongo, redis] = await Promise.all([startMongo({ dataDir }), startRedis({ dataDir })]);
    expect(mongo).toMatchObject({ uri: process.env.TEST_MONGODB_URI, own: undefined, source: expect.stringContaining('(MONGODB_URI)') as string });
    expect(redis).toMatchObject({ uri: process.env.TEST_REDIS_URL, own: undefined, source: expect.stringContaining('(REDIS_URL)') as string });
    await Promise.all([mongo.stop(), redis.stop()]);
    await expect(startRedis({ dataDir })).resolves.toMatchObject({ own: undefined });
    expect(fs.readdirSync(dataDir)).toEqual([]);
  });

  it('says that yours does not answer instead of quietly taking another, without its password', async () => {
    process.env.REDIS_URL = `redis://:secret@127.0.0.1:${await freePort()}`;
    const error = await startRedis({ dataDir }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SetupError);
    expect((error as SetupError).text).toMatch(/REDIS_URL is set, but no Redis answers there[^]*unset REDIS_URL/);
    expect((error as SetupError).text).not.toContain('secret');
  });

  it('starts one of our own, which forgets nothing it should keep after a kill', async () => {
    const redis = await startRedis({ dataDir, ignoreEnv: true, say: () => undefined });
    const { own } = redis;
    if (!own) throw new Error('no Redis of our own');
    const crashed = new Promise<void>((resolve) => own.onCrash(resolve));
    process.kill((JSON.parse(fs.readFileSync(path.join(dataDir, 'redis.pid'), 'utf8')) as { pid: number }).pid, 'SIGKILL');
    await crashed;
    await own.restart();
    process.env.REDIS_URL = own.uri;
    await expect(startRedis({ dataDir })).resolves.toMatchObject({ own: undefined });
    await redis.stop();
    await expect(startRedis({ dataDir })).rejects.toThrow('no Redis answers');
  });

  it('refuses a second start on the same data, naming the first and a way to have two', () => {
    const lock = lockData(dataDir);
    lock.note('http://localhost:8787');
    expect(() => lockData(dataDir)).toThrow(SetupError);
    expect(() => lockData(dataDir)).toThrow(new RegExp(`in use by process ${process.pid} \\(http://localhost:8787\\)`));
    lock.release();
    lockData(dataDir).release();
  });
});
