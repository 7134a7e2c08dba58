import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { run, spawnGuarded, type Guarded } from '../../scripts/guarded';
import { freePort } from '../../scripts/stores/port';
import { cloudEnv } from './cloud';
import type { Fault } from './faults';
import { Person, eventually } from './person';
import { newTestFolder } from './testFolder';

/** A cloud process of its own, as in production: it can be killed and started again on the same port. */
export interface CloudNode {
  url: string;
  pid: () => number;
  person: (nickname: string) => Promise<Person>;
  /** SIGKILL: nothing is finished, nobody is told. */
  kill: () => Promise<void>;
  /** Resolves when it has ended by itself. */
  ended: () => Promise<void>;
  stop: () => Promise<void>;
  /** Starts it again on the same port, with another fault or none. */
  restart: (fault?: Fault) => Promise<void>;
  /** What it has logged. */
  log: () => string;
}

interface NodeOptions {
  env?: Record<string, string>;
  /** Misbehaves at one point, see faults.ts. */
  fault?: Fault;
  /** Only gets its port; it is `restart` that starts it. */
  isDown?: boolean;
}

interface Bundle {
  folder: string;
  main: string;
  faults: string;
}

let bundle: Promise<Bundle> | undefined;

/** The service as one file, so that a node starts in about a second; packages stay where they are. */
async function makeBundle(): Promise<Bundle> {
  const folder = newTestFolder();
  const entries = ['cloud/src/main.ts', 'tests/support/faults.ts'];
  const args = ['--bundle', '--packages=external', `--alias:@shared=${path.resolve('shared')}`, '--format=esm', '--platform=node', '--target=node20.19', '--entry-names=[name]', `--outdir=${folder}`, '--log-level=error'];
  const { code, output } = await run(path.resolve('node_modules/.bin/esbuild'), [...entries, ...args]);
  if (code !== 0) throw new Error(`the service could not be bundled:\n${output}`);
  return { folder, main: path.join(folder, 'main.js'), faults: path.join(folder, 'faults.js') };
}

async function launch(port: number, env: Record<string, string>, fault: Fault | undefined, logFile: string): Promise<Guarded> {
  const { main, faults } = await (bundle ??= makeBundle());
  const output = fs.openSync(logFile, 'a');
  const preload = fault ? ['--import', pathToFileURL(faults).href] : [];
  const child = await spawnGuarded(process.execPath, [...preload, main], {
    env: { PATH: process.env.PATH, ...env, LOG_LEVEL: 'info', PORT: String(port), ...(fault ? { TEST_FAULT: JSON.stringify(fault) } : {}) },
    output,
    graceSeconds: 8,
  });
  fs.closeSync(output);
  let ended = false;
  void child.exited.then(() => (ended = true));
  const healthy = (): Promise<boolean> => fetch(`http://127.0.0.1:${port}/healthz`).then(({ ok }) => ok, () => false);
  await eventually('node is healthy', async () => {
    if (ended) throw new Error(`the node ended at once:\n${fs.readFileSync(logFile, 'utf8').slice(-2000)}`);
    return healthy();
  }, 20_000);
  return child;
}

/** Starts one node on the stores that `env` names. */
export async function startNode({ env = {}, fault, isDown = false }: NodeOptions = {}): Promise<CloudNode> {
  const port = await freePort();
  const { folder } = await (bundle ??= makeBundle());
  const logFile = path.join(folder, `node-${port}.log`);
  let child = isDown ? undefined : await launch(port, env, fault, logFile);
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    pid: () => child?.pid ?? 0,
    person: (nickname) => Person.guest(url, nickname),
    kill: async () => child?.kill(),
    ended: async () => void (await child?.exited),
    stop: async () => child?.stop(),
    restart: async (next) => void (child = await launch(port, env, next, logFile)),
    log: () => fs.readFileSync(logFile, 'utf8'),
  };
}

export interface TwoNodes {
  a: CloudNode;
  b: CloudNode;
  env: Record<string, string>;
  stop: () => Promise<void>;
}

/** Two nodes on one MongoDB and one Redis; the fault is node a's. */
export async function givenTwoNodes(fault?: Fault, overrides: Record<string, string> = {}): Promise<TwoNodes> {
  const env = await cloudEnv(overrides);
  // One after the other: both building the same indexes at once would only make them wait for each other.
  const a = await startNode({ env, ...(fault ? { fault } : {}) });
  const b = await startNode({ env });
  return { a, b, env, stop: async () => void (await Promise.all([a.stop(), b.stop()])) };
}
