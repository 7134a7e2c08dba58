import path from 'node:path';
import { context } from 'esbuild';
import { binFile, bundleOptions } from './build/targets';
import type { Guarded } from './guarded';
import { spawnGuarded } from './guarded';
import { reasonOf, runScript } from './runScript';
import { Ending } from './start/ending';
import { cloudEnv, sayReady, takePlace, type Place } from './start/place';
import { step } from './start/step';
import { bringStoresUp } from './start/stores';
import { freePort } from './stores/port';

/*
 * npm run dev: the cloud starts again when its code is saved, the H5 client is served and reloads itself, the console is built again.
 */

const ending = new Ending();

/** Bundles at each change and runs the newest bundle, one at a time. */
async function watchCloud(env: NodeJS.ProcessEnv): Promise<void> {
  let running: Guarded | undefined;
  let turn = Promise.resolve();
  const restart = async (): Promise<void> => {
    await running?.stop();
    if (ending.hasBegun) return;
    const child = await spawnGuarded(process.execPath, ['--enable-source-maps', path.resolve(DEV_OUT, 'main.js')], { output: 'inherit', graceSeconds: 5, env });
    running = child;
    void child.exited.then(({ code }) => {
      if (running === child && code !== 0 && !ending.hasBegun) step('cloud', `ended with ${code}; it starts again when a file is saved`);
    });
  };
  const watcher = await context({
    ...bundleOptions(DEV_OUT),
    plugins: [
      {
        name: 'restart',
        setup: (build) =>
          build.onEnd(({ errors }) => {
            for (const { text, location } of errors) step('cloud', `${location?.file ?? ''}:${location?.line ?? ''} ${text}`);
            if (errors.length === 0) turn = turn.then(restart).catch((error: unknown) => step('cloud', reasonOf(error)));
          }),
      },
    ],
  });
  ending.add(async () => {
    await watcher.dispose();
    await turn;
    await running?.stop();
  });
  await watcher.watch();
}

const DEV_OUT = '.data/dev/cloud';

async function watchPages({ port }: Place): Promise<number> {
  const pagePort = await freePort();
  const start = async (bin: string, args: readonly string[], cwd: string, env: NodeJS.ProcessEnv): Promise<void> => {
    const child = await spawnGuarded(process.execPath, [binFile(bin), ...args], { output: 'inherit', graceSeconds: 2, cwd: path.resolve(cwd), env: { ...process.env, ...env } });
    ending.add(() => child.stop());
  };
  await start('taro', ['build', '--type', 'h5', '--watch', '--no-check'], 'miniapp', { NODE_ENV: 'development', TARO_OUT: 'dist/dev', DEV_PORT: String(pagePort), DEV_CLOUD: `http://127.0.0.1:${port}` });
  await start('vite', ['build', '--watch', '--logLevel', 'warn'], 'cloud/console', {});
  return pagePort;
}

async function main(): Promise<void> {
  ending.watchSignals((line) => step('end', line), () => 0);
  const place = await takePlace(ending);
  const { mongo, redis } = await bringStoresUp(place.dataDir, step, ending);
  await watchCloud({ ...cloudEnv(place, { MONGODB_URI: mongo.uri, REDIS_URL: redis.uri }), NODE_ENV: 'development' });
  const pagePort = await watchPages(place);
  sayReady([
    ['Open', `http://localhost:${pagePort}   (ready when Taro says so; reloads itself)`],
    ['API', `http://localhost:${place.port}`],
    ['Console', `http://localhost:${place.port}/console`],
    ['WeChat', 'cd miniapp && npx taro build --type weapp --watch --no-check, then open this folder in WeChat DevTools'],
  ]);
}

runScript('dev', () =>
  main().catch((error: unknown) => {
    if (!ending.hasBegun) console.error(reasonOf(error));
    return ending.end(1);
  }),
);
