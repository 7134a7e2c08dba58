import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { waitForLock } from '../lock';
import { SetupError } from '../setupError';
import type { Target } from './targets';

/** Sum of everything a target is made from. Tests are not part of it. */
export function sumOf({ sources, settings, output }: Pick<Target, 'sources' | 'settings' | 'output'>, env = process.env): string {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of filesOf(source, path.resolve(output))) hash.update(`${file}\0`).update(fs.readFileSync(file)).update('\0');
  }
  for (const key of settings) hash.update(`${key}=${env[key] ?? ''}\0`);
  return hash.digest('hex');
}

function filesOf(source: string, output: string): string[] {
  const found = fs.statSync(source, { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [source];
  return fs
    .readdirSync(source, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(source, entry.name);
      if (path.resolve(file) === output || entry.name === 'node_modules' || /\.test\.tsx?$/.test(entry.name)) return [];
      return filesOf(file, output);
    });
}

const BUILD_FOLDER = path.resolve('.data/build');

/** Not in the output: builders empty their folder, and what is in it is served. */
const sumFile = (target: Target): string => path.join(BUILD_FOLDER, `${target.name}.sum`);

/** Whether the output is what these sources make, and nobody else has built over it since. */
export const isFresh = (target: Target): boolean => isWhole(target) && readSum(target) === `${sumOf(target)} ${outputMark(target)}`;

function outputMark({ output }: Target): string {
  const hash = createHash('sha256');
  for (const file of fs.readdirSync(output, { recursive: true, encoding: 'utf8' }).sort()) {
    const { size, mtimeMs } = fs.statSync(path.join(output, file));
    hash.update(`${file} ${size} ${mtimeMs}\0`);
  }
  return hash.digest('hex');
}

const isWhole = (target: Target): boolean => (fs.statSync(path.join(target.output, target.proof), { throwIfNoEntry: false })?.size ?? 0) > 0;

function readSum(target: Target): string {
  try {
    return fs.readFileSync(sumFile(target), 'utf8');
  } catch {
    return '';
  }
}

/**
 * Makes a target, under a lock so that two starts in one checkout do not write into each other's output. Without `always` it is
 * left as it is when it matches its sources. Tells whether it was made.
 */
export async function makeTarget(target: Target, { always = false, say = console.log as (line: string) => void } = {}): Promise<boolean> {
  if (!always && isFresh(target)) return false;
  const lock = await waitForLock(path.join(BUILD_FOLDER, `${target.name}.lock`), (pid) => say(`waiting for process ${pid}, which is building ${target.name}`));
  try {
    if (!always && isFresh(target)) return false;
    fs.rmSync(sumFile(target), { force: true }); // what a failed or killed build leaves must not pass for a result
    say('building …');
    const sum = sumOf(target); // before: a file saved meanwhile makes the result stale, as it should
    await target.make();
    if (!isWhole(target)) throw new SetupError(`building ${target.name} made no ${path.join(target.output, target.proof)}`, [`run it alone and read its messages: npm run build:${target.name}`]);
    fs.writeFileSync(sumFile(target), `${sum} ${outputMark(target)}`);
    return true;
  } finally {
    lock.release();
  }
}
