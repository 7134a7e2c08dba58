import path from 'node:path';
import { LockHeld, takeLock } from './lock';
import { SetupError } from './setupError';
import { mongoVersion, startOwnMongo } from './stores/mongo';
import { redisVersion, startOwnRedis } from './stores/redis';
import type { OwnStore } from './stores/storeProcess';

export type { OwnStore };

/** A MongoDB or Redis in use. `own` when this process started it, undefined when it is yours. */
export interface Store {
  uri: string;
  source: string;
  own: OwnStore | undefined;
  /** Ends it if this process started it. */
  stop(): Promise<void>;
}

export interface StoreOptions {
  /** Folder of the data and logs of a store that is started here. */
  dataDir: string;
  port?: number;
  /** Folder of fetched programs, shared by all data folders. */
  binDir?: string;
  /** Start one even when MONGODB_URI or REDIS_URL names another: for tests that kill it. */
  ignoreEnv?: boolean;
  say?: (line: string) => void;
}

/** Folder of everything `npm start` keeps. */
export const dataFolder = (): string => path.resolve(process.env.DATA_DIR || '.data');

/** Fetched programs. Beside the checkout and not in DATA_DIR, so that runs with data folders of their own share them. */
export const binFolder = (): string => path.resolve('.data/bin');

/** The MongoDB to use: MONGODB_URI, or one of our own. Throws SetupError. */
export async function startMongo(options: StoreOptions): Promise<Store> {
  const uri = options.ignoreEnv ? undefined : process.env.MONGODB_URI;
  if (uri) return yours('MongoDB', 'MONGODB_URI', uri, [6, 0], mongoVersion);
  return started(await startOwnMongo({ ...options, ...defaults(options) }));
}

/** The Redis to use: REDIS_URL, or one of our own. Throws SetupError. */
export async function startRedis(options: StoreOptions & { databases?: number }): Promise<Store> {
  const url = options.ignoreEnv ? undefined : process.env.REDIS_URL;
  if (url) return yours('Redis', 'REDIS_URL', url, [6, 2], redisVersion);
  return started(await startOwnRedis({ ...options, ...defaults(options) }));
}

const defaults = (options: StoreOptions) => ({
  dataDir: path.resolve(options.dataDir),
  binDir: options.binDir ?? binFolder(),
  say: options.say ?? ((line: string) => console.log(line)),
});

const started = (own: OwnStore): Store => ({ uri: own.uri, source: own.source, own, stop: own.stop });

async function yours(name: string, key: string, uri: string, [major, minor]: readonly [number, number], versionOf: (uri: string) => Promise<string>): Promise<Store> {
  const version = await versionOf(uri).catch((error: Error) => {
    throw new SetupError(`${key} is set, but no ${name} answers there: ${error.message.replaceAll(uri, key)}`, [`start it or correct ${key}`, `unset ${key} to use an embedded ${name}`]);
  });
  const [a = 0, b = 0] = version.split('.').map(Number);
  if (a < major || (a === major && b < minor)) throw new SetupError(`${key} is a ${name} ${version}`, [`use ${major}.${minor} or later`]);
  return { uri, source: `${name} ${version} (${key})`, own: undefined, stop: async () => undefined };
}

/** Makes this process the only one on a data folder. Throws SetupError saying who has it. */
export function lockData(dataDir: string): ReturnType<typeof takeLock> {
  try {
    return takeLock(path.join(dataDir, 'lock'));
  } catch (error) {
    if (!(error instanceof LockHeld)) throw error;
    const what = error.note === '' ? '' : ` (${error.note})`;
    throw new SetupError(`${path.relative('', dataDir) || dataDir} is in use by process ${error.pid}${what}.`, [
      `stop that one first (Ctrl-C in its terminal, or kill ${error.pid})`,
      'or give this one a folder and port of its own: DATA_DIR=.data-2 PORT=8788 npm start',
    ]);
  }
}

async function main(): Promise<void> {
  const dataDir = dataFolder();
  const lock = lockData(dataDir);
  const mongo = await startMongo({ dataDir });
  const redis = await startRedis({ dataDir });
  console.log(`MongoDB  ${mongo.uri}  ${mongo.source}\nRedis    ${redis.uri}  ${redis.source}\nCtrl-C ends both.`);
  await new Promise((resolve) => ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.once(signal, resolve)));
  await Promise.all([redis.stop(), mongo.stop()]);
  lock.release();
}

if (process.argv[1]?.endsWith(path.join('scripts', 'stores.ts'))) {
  main().catch((error: Error) => {
    console.error(error instanceof SetupError ? error.text : error);
    process.exit(1);
  });
}
