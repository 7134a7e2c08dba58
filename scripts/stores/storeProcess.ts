import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Guarded } from '../guarded';
import { spawnGuarded } from '../guarded';
import type { ProcessMark } from '../lock';
import { isAlive, markOf } from '../lock';
import { SetupError } from '../setupError';
import { freePort } from './port';

/** A store this process has started. */
export interface OwnStore {
  uri: string;
  /** What runs and where it is from, for people. */
  source: string;
  port: number;
  /** SIGKILL, as a crash would be. Resolves when it is gone. */
  kill(): Promise<void>;
  /** Starts it again on the same port after kill() or an end of its own. */
  restart(): Promise<void>;
  /** Called when it ends without stop() or kill(). */
  onCrash(callback: () => void): void;
  /** Ends it cleanly. */
  stop(): Promise<void>;
}

interface Recipe {
  name: string;
  file: string;
  source: string;
  /** Folder of its log and of the note of its pid. */
  dataDir: string;
  port: number | undefined;
  args(port: number): string[];
  uri(port: number): string;
  /** Whether it answers; throws when not yet. */
  probe(port: number): Promise<void>;
}

const READY_MS = 120_000; // a MongoDB that recovers after a crash replays its journal first

/** Starts the program and waits until it answers. Takes another port when the chosen one is lost to someone quicker. */
export async function startStore(recipe: Recipe): Promise<OwnStore> {
  await endLeftover(recipe);
  for (let attempt = 1; ; attempt++) {
    const port = recipe.port ?? (await freePort());
    try {
      const child = await launch(recipe, port);
      return ownStore(recipe, port, child);
    } catch (error) {
      const lost = /already in use|code 48/i.test((error as Error).message);
      if (!lost || recipe.port !== undefined || attempt === 3) throw error;
    }
  }
}

function ownStore(recipe: Recipe, port: number, first: Guarded): OwnStore {
  let child = first;
  let wanted = true;
  const callbacks: (() => void)[] = [];
  const watch = (watched: Guarded): void => {
    void watched.exited.then(() => {
      if (wanted && watched === child) for (const callback of callbacks) callback();
    });
  };
  watch(child);
  const end = async (how: 'stop' | 'kill'): Promise<void> => {
    wanted = false;
    await child[how]();
    fs.rmSync(pidFile(recipe), { force: true });
  };
  return {
    uri: recipe.uri(port),
    source: recipe.source,
    port,
    kill: () => end('kill'),
    stop: () => end('stop'),
    restart: async () => {
      child = await launch(recipe, port);
      wanted = true;
      watch(child);
    },
    onCrash: (callback) => callbacks.push(callback),
  };
}

async function launch(recipe: Recipe, port: number): Promise<Guarded> {
  const log = openLog(recipe);
  const child = await spawnGuarded(recipe.file, recipe.args(port), { output: log.fd, graceSeconds: 30 });
  fs.closeSync(log.fd);
  fs.writeFileSync(pidFile(recipe), JSON.stringify(markOf(child.pid)));
  let ended: string | undefined;
  void child.exited.then(({ code, signal }) => (ended = signal ?? `code ${code}`));
  for (const deadline = Date.now() + READY_MS; ; ) {
    try {
      await recipe.probe(port);
      if (ended === undefined) return child;
    } catch (error) {
      if (Date.now() > deadline) {
        await child.stop();
        throw new SetupError(`${recipe.name} did not answer within ${READY_MS / 1000} s: ${(error as Error).message}`, [`see ${log.file}`]);
      }
    }
    if (ended !== undefined) throw new SetupError(`${recipe.name} ended at once with ${ended}:\n${lastWords(log.file)}`, [`see ${log.file}`]);
    await sleep(30);
  }
}

function openLog(recipe: Recipe): { file: string; fd: number } {
  const folder = path.join(recipe.dataDir, 'logs');
  fs.mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${recipe.name.toLowerCase()}.log`);
  if (fs.existsSync(file)) fs.renameSync(file, `${file}.1`);
  return { file, fd: fs.openSync(file, 'a') };
}

function lastWords(file: string): string {
  const lines = fs.readFileSync(file, 'utf8').trim().split('\n').slice(-6);
  return lines.map((line) => `  | ${line.slice(0, 300)}`).join('\n');
}

const pidFile = (recipe: Recipe): string => path.join(recipe.dataDir, `${recipe.name.toLowerCase()}.pid`);

/** Ends one that lived on because its guard was killed too. The caller holds the lock on the data folder, so nobody uses it. */
async function endLeftover(recipe: Recipe): Promise<void> {
  const mark = readMark(pidFile(recipe));
  if (!mark || !isAlive(mark)) return;
  process.kill(mark.pid, 'SIGTERM');
  for (let waited = 0; isAlive(mark); waited += 100) {
    if (waited === 20_000) process.kill(mark.pid, 'SIGKILL');
    await sleep(100);
  }
}

function readMark(file: string): ProcessMark | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as ProcessMark;
  } catch {
    return undefined;
  }
}
