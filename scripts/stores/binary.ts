import fs from 'node:fs';
import path from 'node:path';
import { SetupError } from '../setupError';
import { waitForLock } from '../lock';
import { run } from '../guarded';

export type Say = (line: string) => void;

/** One way to come by a program. */
export interface Source {
  name: string;
  /** It downloads or installs something, so it comes after everything already here. */
  fetches: boolean;
  /** The executable file; undefined when this way does not apply here. Rejects with the reason when it applies and fails. */
  find(): Promise<string | undefined>;
}

export interface Program {
  name: string;
  /** Lowest version that will do, as [major, minor]. */
  minimum: readonly [number, number];
  cures: readonly string[];
}

export interface Binary {
  file: string;
  /** What is used and where it is from, for people. */
  source: string;
}

/**
 * The first source whose program runs and is new enough. Fetching happens under a lock on binDir, so that two first starts
 * do not download twice or see each other's half. Throws SetupError naming what was tried and the cures.
 */
export async function firstThatWorks(program: Program, sources: readonly Source[], binDir: string, say: Say): Promise<Binary> {
  const tried: string[] = [];
  const here = await firstOf(program, sources.filter((source) => !source.fetches), tried);
  if (here) return here;
  const lock = await waitForLock(path.join(binDir, '.lock'), (pid) => say(`waiting for process ${pid}, which is fetching ${program.name}`));
  try {
    removeHalves(binDir);
    tried.length = 0;
    const found = await firstOf(program, sources, tried);
    if (found) return found;
  } finally {
    lock.release();
  }
  throw new SetupError(`${program.name} ${program.minimum.join('.')} or later is needed and none could be had:\n${tried.map((line) => `  - ${line}`).join('\n')}`, program.cures);
}

async function firstOf(program: Program, sources: readonly Source[], tried: string[]): Promise<Binary | undefined> {
  for (const source of sources) {
    try {
      const file = await source.find();
      if (file === undefined) continue;
      const version = await versionOf(file);
      if (!isAtLeast(version, program.minimum)) throw new Error(`version ${version} is older than ${program.minimum.join('.')}`);
      return { file, source: `${path.basename(file)} ${version} (${source.name})` };
    } catch (error) {
      if (error instanceof SetupError) throw error;
      tried.push(`${source.name}: ${(error as Error).message}`);
    }
  }
  return undefined;
}

/** Runs `file --version`. Throws with the program's own words when it cannot run, e.g. for a missing library. */
export async function versionOf(file: string): Promise<string> {
  const { code, output } = await run(file, ['--version'], { graceSeconds: 1 });
  const version = /\bv=?(\d+\.\d+\.\d+)/.exec(output)?.[1];
  if (code !== 0 || version === undefined) throw new Error(`${file} does not run: ${output.trim().split('\n')[0] || `exit code ${code}`}`);
  return version;
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [a = 0, b = 0] = version.split('.').map(Number);
  return a > major || (a === major && b >= minor);
}

export function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => path.join(folder, name)).find(isExecutable);
}

export function isExecutable(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

/** A file of the cache, when it is there. */
export const cached = (binDir: string, name: string): Source => ({
  name: `kept in ${path.relative('', binDir) || '.'}`,
  fetches: false,
  find: async () => (isExecutable(path.join(binDir, name)) ? path.join(binDir, name) : undefined),
});

/** Fetches into a folder of its own and moves the program into the cache only when it is whole and runs. */
export async function fetchInto(binDir: string, name: string, fetch: (folder: string) => Promise<string>): Promise<string> {
  fs.mkdirSync(binDir, { recursive: true });
  const folder = fs.mkdtempSync(path.join(binDir, HALF));
  try {
    const fetched = await fetch(folder);
    fs.chmodSync(fetched, 0o755);
    await versionOf(fetched);
    const file = path.join(binDir, name);
    fs.renameSync(fetched, file);
    return file;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

const HALF = '.fetching-';

/** Left by a start that was killed while it fetched; the lock is ours, so nobody uses them. */
function removeHalves(binDir: string): void {
  for (const entry of fs.readdirSync(binDir)) {
    if (entry.startsWith(HALF)) fs.rmSync(path.join(binDir, entry), { recursive: true, force: true });
  }
}
