import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { newTestFolder } from '../../tests/support/testFolder';
import { makeTarget } from '../build/fresh';
import { TARGETS } from '../build/targets';
import type { Ending } from '../start/ending';
import { startCloud } from '../start/service';
import { startMongo, startRedis } from '../stores';
import { freePort } from '../stores/port';
import type { Plan, Result, Told } from './plan';

/** The most people a pai of a load run may have. */
export const MAX_CAP = 2000;

/** What a run starts is ended by `ending`; what happens is told to `say`. */
export interface Stage {
  ending: Ending;
  say: (line: string) => void;
  /** Folder for CPU profiles of the nodes. */
  profile?: string | undefined;
}

async function startNode({ ending, profile }: Stage, i: number, dataDir: string, env: Record<string, string>): Promise<string> {
  const port = await freePort();
  const own = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn', RATE_LIMIT: 'off', PAI_CAP: String(MAX_CAP), PAI_CAP_MAX: String(MAX_CAP) };
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`];
  const args = ['--enable-source-maps', ...profiling, path.resolve('cloud/dist/main.js')];
  const { child } = await startCloud(args, { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...SECRETS, ...env, ...own }, path.join(dataDir, `node-${i}`));
  ending.add(() => child.stop());
  return `http://127.0.0.1:${port}`;
}

const SECRETS = { AUTH_KEYS: `load:${randomBytes(24).toString('hex')}`, DATA_KEY: randomBytes(32).toString('hex') };

/** Stores and cloud nodes of their own, on loopback; `env`: further settings of the nodes. */
export async function startAll(stage: Stage, nodes: number, env: Record<string, string> = {}): Promise<{ mongoUri: string; urls: string[] }> {
  const { ending, say } = stage;
  const dataDir = newTestFolder();
  ending.add(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  const options = { dataDir, ignoreEnv: true, say };
  const [mongo, redis] = await Promise.all([startMongo(options), startRedis(options)]);
  ending.add(mongo.stop);
  ending.add(redis.stop);
  if (await makeTarget(TARGETS.cloud, { say })) say('cloud built');
  const urls: string[] = [];
  for (let i = 0; i < nodes; i++) urls.push(await startNode(stage, i, dataDir, { ...env, MONGODB_URI: mongo.uri, REDIS_URL: redis.uri }));
  return { mongoUri: mongo.uri, urls };
}

/** The clients, in a process of their own: their CPU time must not count as the service's. */
export function runCrowd({ ending, say }: Stage, plan: Plan): Promise<Result> {
  const child = fork(path.resolve('scripts/load/crowdProcess.ts'), { execArgv: ['--import', 'tsx'] });
  ending.add(() => void child.kill('SIGKILL'));
  child.send(plan);
  return new Promise((resolve, reject) => {
    child.on('message', (told: Told) => {
      if ('say' in told) say(told.say);
      if ('result' in told) resolve(told.result);
      if ('failed' in told) reject(new Error(told.failed));
    });
    child.once('exit', (code, signal) => reject(new Error(`the clients' process ended early (${signal ?? `code ${code}`})`)));
  });
}
