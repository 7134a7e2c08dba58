import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { BROWSER_CURES, browserHere, hasChineseFont } from './browser';
import { isFresh } from './build/fresh';
import { TARGETS } from './build/targets';
import { reasonOf, runScript } from './runScript';
import { checkSettings, readDotEnv } from './start/settings';
import { binFolder, dataFolder } from './stores';
import type { Source } from './stores/binary';
import { versionOf } from './stores/binary';
import { mongodSources } from './stores/mongodSource';
import { isPortFree } from './stores/port';
import { redisSources } from './stores/redisSource';

/* npm run doctor: what is here, what is missing and how to get it. It changes nothing. */

export interface Finding {
  what: string;
  /** need: npm start cannot go on. want: something else will not work. */
  state: 'ok' | 'want' | 'need';
  how: string;
  cures?: readonly string[];
}

const ok = (what: string, how: string): Finding => ({ what, state: 'ok', how });

function system(): Finding[] {
  const gigabytes = (bytes: number): string => `${(bytes / 1024 ** 3).toFixed(1)} GB`;
  const disk = fs.statfsSync('.');
  const free = disk.bavail * disk.bsize;
  return [
    process.platform === 'win32' ? { what: 'system', state: 'need', how: 'Windows has no POSIX shell', cures: ['wsl --install, then run everything inside it'] } : ok('system', `${process.platform} ${process.arch}, Node ${process.versions.node}, ${os.cpus().length} cores, ${gigabytes(os.totalmem())} memory`),
    free > 2 * 1024 ** 3 ? ok('disk', `${gigabytes(free)} free`) : { what: 'disk', state: 'want', how: `${gigabytes(free)} free`, cures: ['2 GB are needed for packages, stores and builds'] },
  ];
}

async function store(what: string, key: 'MONGODB_URI' | 'REDIS_URL', sources: readonly Source[]): Promise<Finding> {
  if (process.env[key]) return ok(what, `yours, by ${key}`);
  for (const source of sources.filter(({ fetches }) => !fetches)) {
    const file = await source.find();
    if (file) return ok(what, `${file} ${await versionOf(file)} (${source.name})`);
  }
  const ways = sources.filter(({ fetches }) => fetches).map(({ name }) => name);
  return { what, state: 'want', how: 'none here yet', cures: [`npm start gets one: ${ways.join(', or ')}`, `or set ${key}`] };
}

async function place(): Promise<Finding[]> {
  const { port, host } = checkSettings(process.env);
  const free = port === 0 || (await isPortFree(port, host));
  const model = process.env.MODEL_BASE_URL ? ok('model', `${process.env.MODEL_NAME} at ${process.env.MODEL_BASE_URL}`) : ok('model', 'none: the local engine answers (MODEL_BASE_URL, MODEL_NAME, MODEL_KEY)');
  const wechat = process.env.WECHAT_APP_ID ? ok('WeChat', `app ${process.env.WECHAT_APP_ID}`) : ok('WeChat', 'no app: people sign in as guests (WECHAT_APP_ID, WECHAT_APP_SECRET)');
  return [free ? ok('port', `${port} is free`) : { what: 'port', state: 'want', how: `${port} is taken (by a running npm start?)`, cures: [`PORT=${port + 1} npm start`] }, model, wechat];
}

async function browser(): Promise<Finding[]> {
  const file = await browserHere();
  const font = await hasChineseFont();
  return [
    file ? ok('browser', file) : { what: 'browser', state: 'want', how: 'no Chromium, so npm test cannot run the tests in the browser', cures: BROWSER_CURES },
    ...(font === false ? [{ what: 'font', state: 'want', how: 'none with Chinese characters', cures: ['Debian, Ubuntu: apt-get install fonts-noto-cjk'] } as const] : []),
  ];
}

const builds = (): Finding[] => Object.values(TARGETS).map((target) => ok(`build ${target.name}`, isFresh(target) ? 'up to date' : 'stale: npm start and npm test make it'));

const compiler = (): Finding =>
  fs.existsSync(path.resolve('.data/tools/miniprogram-ci/installed.lock')) ? ok('compiler', 'miniprogram-ci for npm run check:weapp') : ok('compiler', 'miniprogram-ci is not here yet; npm run check:weapp installs it (275 MB)');

/** A probe that fails is a finding too. */
async function find(what: string, probe: () => Promise<Finding | Finding[]> | Finding | Finding[]): Promise<Finding[]> {
  try {
    return [await probe()].flat();
  } catch (error) {
    return [{ what, state: 'need', how: reasonOf(error) }];
  }
}

runScript('doctor', async () => {
  readDotEnv();
  const silent = (): void => undefined;
  const found = [
    await find('system', system),
    await find('settings', place),
    await find('MongoDB', () => store('MongoDB', 'MONGODB_URI', mongodSources(binFolder(), silent))),
    await find('Redis', () => store('Redis', 'REDIS_URL', redisSources(binFolder(), silent))),
    await find('browser', browser),
    await find('builds', builds),
    await find('compiler', compiler),
  ].flat();
  for (const { what, state, how, cures = [] } of found) {
    console.log(`${{ ok: 'ok  ', want: 'want', need: 'NEED' }[state]}  ${what.padEnd(14)} ${how}`);
    for (const cure of cures) console.log(`                     → ${cure}`);
  }
  console.log(`\nData: ${dataFolder()}`);
  if (found.some(({ state }) => state === 'need')) process.exitCode = 1;
});
