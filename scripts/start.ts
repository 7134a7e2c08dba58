import fs from 'node:fs';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { makeTarget } from './build/fresh';
import type { Target } from './build/targets';
import { TARGETS } from './build/targets';
import { stopRunning } from './guarded';
import { reasonOf, runScript, since } from './runScript';
import { Ending } from './start/ending';
import { cloudEnv, requirePort, sayReady, takePlace, type Place } from './start/place';
import { startCloud } from './start/service';
import { SECRETS_FILE } from './start/settings';
import { step } from './start/step';
import { bringStoresUp } from './start/stores';

/* npm start: everything from a fresh clone to a running service. See README.md. */

const ending = new Ending();

async function build(target: Target): Promise<void> {
  const start = Date.now();
  if (!fs.existsSync(target.sources[0] ?? '')) return step(target.name, 'not part of this checkout');
  const made = await makeTarget(target, { say: (line) => step(target.name, line) });
  step(target.name, made ? 'built' : 'up to date', made ? since(start) : undefined);
}

async function buildAll(): Promise<void> {
  ending.add(stopRunning);
  await build(TARGETS.cloud);
  await Promise.all([build(TARGETS.h5), build(TARGETS.console)]);
}

async function runService(place: Place, stores: { MONGODB_URI: string; REDIS_URL: string }): Promise<void> {
  const start = Date.now();
  await requirePort(place); // again: a build takes long enough for somebody else to come first, and to answer in our stead
  const env = cloudEnv(place, stores);
  const service = await startCloud(['--enable-source-maps', path.resolve('cloud/dist/main.js')], env, place.dataDir);
  ending.add(() => service.child.stop());
  void service.child.exited.then(({ code, signal }) => {
    if (ending.hasBegun) return;
    console.error(`The service ended by itself (${signal ?? `code ${code}`}). Its last lines, from ${service.log}:\n${service.lastWords()}\n  cure: npm start again; nothing acknowledged is lost`);
    void ending.end(1);
  });
  step('service', 'answers', since(start));
}

function sayAddresses({ dataDir, port }: Place): void {
  const own = process.env.PUBLIC_URL || `http://localhost:${port}`;
  const near = Object.values(networkInterfaces()).flatMap((list = []) => list.filter(({ family, internal }) => family === 'IPv4' && !internal).map(({ address }) => `http://${address}:${port}`));
  const shown = (file: string): string => {
    const relative = path.relative('', path.join(dataDir, file));
    return relative.startsWith('..') ? path.join(dataDir, file) : relative;
  };
  sayReady([
    ['Open', `${own}${near.length > 0 ? `   (other devices: ${near.slice(0, 2).join(', ')})` : ''}`],
    ['Console', `${own}/console   (its key: CONSOLE_KEY in ${process.env.CONSOLE_KEY ? 'your environment' : shown(SECRETS_FILE)})`],
    ['WeChat', 'npm run build:weapp, then open this folder in WeChat DevTools (README.md)'],
    ['Log', shown('logs/cloud.log')],
  ]);
}

/** Fills a pai with life through the public interface, for --demo. */
async function seed(port: number): Promise<void> {
  const start = Date.now();
  const file = './demo';
  const { seedDemo } = (await import(file)) as { seedDemo(url: string, say: (line: string) => void): Promise<{ inviteUrl: string; paiId: string }> };
  const { inviteUrl } = await seedDemo(`http://127.0.0.1:${port}`, (line) => step('demo', line));
  step('demo', `join it as anybody: ${inviteUrl}`, since(start));
}

async function main(): Promise<void> {
  const start = Date.now();
  const isUp = { yes: false };
  ending.watchSignals((line) => step('end', line), (code) => (isUp.yes ? 0 : code));
  const place = await takePlace(ending);
  const [stores] = await Promise.all([bringStoresUp(place.dataDir, step, ending), buildAll()]);
  await runService(place, { MONGODB_URI: stores.mongo.uri, REDIS_URL: stores.redis.uri });
  if (process.argv.includes('--demo')) await seed(place.port);
  place.note(`http://localhost:${place.port}`);
  isUp.yes = true;
  step('ready', `in ${since(start)}`);
  sayAddresses(place);
}

runScript('start', () =>
  main().catch((error: unknown) => {
    if (!ending.hasBegun) console.error(reasonOf(error));
    return ending.end(1);
  }),
);
