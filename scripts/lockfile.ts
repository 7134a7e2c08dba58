import fs from 'node:fs';
import { run } from './guarded';
import type { Lockfile, Manifest } from './lockfile/lock';
import { mend, problemsOf } from './lockfile/lock';
import { runScript } from './runScript';

/*
 * npm run lockfile: brings package-lock.json up to package.json, so that it installs on Linux, macOS and Windows though it is
 * written on one of them. With --check it only says what is wrong.
 */

const readJson = <T>(file: string): T => JSON.parse(fs.readFileSync(file, 'utf8')) as T;

/** What keeps this checkout's lock from installing everywhere. */
export const lockfileProblems = (): string[] => problemsOf(readJson<Manifest>('package.json'), readJson<Lockfile>('package-lock.json'));

async function update(): Promise<void> {
  const { code, output } = await run('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund']);
  if (code !== 0) throw new Error(`npm could not write the lock:\n${output.trim()}`);
  fs.writeFileSync('package-lock.json', `${JSON.stringify(mend(readJson<Lockfile>('package-lock.json')), null, 2)}\n`);
}

async function main(): Promise<void> {
  if (!process.argv.includes('--check')) await update();
  const problems = lockfileProblems();
  if (problems.length > 0) throw new Error(`package-lock.json does not install everywhere (npm run lockfile mends it):\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  console.log('package-lock.json installs on Linux, macOS and Windows');
}

runScript('lockfile', main);
