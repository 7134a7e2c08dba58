import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { newTestFolder } from '../tests/support/testFolder';
import { makeTarget } from './build/fresh';
import { TARGETS } from './build/targets';
import type { Plan, Result, Told } from './load/plan';
import { isGood, report } from './load/report';
import { reasonOf, runScript } from './runScript';
import { Ending } from './start/ending';
import { startCloud } from './start/service';
import { startMongo, startRedis } from './stores';
import { freePort } from './stores/port';

/*
 * One pai full of people, all talking: what it costs and whether anything is lost.
 *   npx tsx scripts/load.ts [--sockets 1000] [--rate 50] [--seconds 60] [--nodes 1] [--profile <folder>]
 * Starts its own stores and cloud, loopback only, and ends them. Exits with 1 when a promise of PROTOCOL.md was broken.
 */

const MAX_CAP = 2000;
const ending = new Ending();
const say = (line: string): void => console.log(`  ${line}`);

function wanted(): { sockets: number; rate: number; seconds: number; nodes: number; profile: string | undefined } {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const { values } = parseArgs({ options: { sockets: text('1000'), rate: text('50'), seconds: text('60'), nodes: text('1'), profile: { type: 'string' } } });
  const whole = (key: 'sockets' | 'rate' | 'seconds' | 'nodes', max: number): number => {
    const value = Number(values[key]);
    if (!Number.isInteger(value) || value < 1 || value > max) throw new Error(`--${key} must be a whole number from 1 to ${max}`);
    return value;
  };
  return { sockets: whole('sockets', MAX_CAP), rate: whole('rate', 10_000), seconds: whole('seconds', 3600), nodes: whole('nodes', 8), profile: values.profile };
}

async function startNode(i: number, dataDir: string, stores: { MONGODB_URI: string; REDIS_URL: string }, profile: string | undefined): Promise<string> {
  const port = await freePort();
  const own = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: dataDir, LOG_LEVEL: 'warn', RATE_LIMIT: 'off', PAI_CAP: String(MAX_CAP), PAI_CAP_MAX: String(MAX_CAP) };
  const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${path.resolve(profile)}`];
  const args = ['--enable-source-maps', ...profiling, path.resolve('cloud/dist/main.js')];
  const { child } = await startCloud(args, { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', ...SECRETS, ...stores, ...own }, path.join(dataDir, `node-${i}`));
  ending.add(() => child.stop());
  return `http://127.0.0.1:${port}`;
}

const SECRETS = { AUTH_KEYS: `load:${randomBytes(24).toString('hex')}`, DATA_KEY: randomBytes(32).toString('hex') };

async function startAll(nodes: number, profile: string | undefined): Promise<{ mongoUri: string; urls: string[] }> {
  const dataDir = newTestFolder();
  ending.add(() => fs.rmSync(dataDir, { recursive: true, force: true }));
  const options = { dataDir, ignoreEnv: true, say };
  const [mongo, redis] = await Promise.all([startMongo(options), startRedis(options)]);
  ending.add(mongo.stop);
  ending.add(redis.stop);
  if (await makeTarget(TARGETS.cloud, { say })) say('cloud built');
  const urls: string[] = [];
  for (let i = 0; i < nodes; i++) urls.push(await startNode(i, dataDir, { MONGODB_URI: mongo.uri, REDIS_URL: redis.uri }, profile));
  return { mongoUri: mongo.uri, urls };
}

/** The clients, in a process of their own: their CPU time must not count as the service's. */
function runCrowd(plan: Plan): Promise<Result> {
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

async function main(): Promise<number> {
  ending.watchSignals(say);
  const { nodes, profile, ...asked } = wanted();
  console.log(`Load: ${asked.sockets} sockets in one pai, ${asked.rate} messages a second, ${asked.seconds} s, ${nodes} ${nodes === 1 ? 'node' : 'nodes'}, ${availableParallelism()} cores`);
  const { mongoUri, urls } = await startAll(nodes, profile);
  const plan = { ...asked, nodes: urls, mongoUri };
  const result = await runCrowd(plan);
  for (const line of report(plan, result)) say(line);
  const isFine = isGood(plan, result);
  console.log(isFine ? 'Nothing lost, nothing doubled, one order for all.' : 'A promise was broken: see above.');
  return isFine ? 0 : 1;
}

runScript('load', () =>
  main().then(
    (code) => ending.end(code),
    (error: unknown) => {
      if (!ending.hasBegun) console.error(reasonOf(error));
      return ending.end(1);
    },
  ),
);
