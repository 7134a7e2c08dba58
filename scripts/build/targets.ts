import fs from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { run } from '../guarded';
import { SetupError } from '../setupError';
import { compressAll } from './compress';

export interface Target {
  name: string;
  /** Folders and files it is made from. */
  sources: readonly string[];
  /** Settings that end up in the result. */
  settings: readonly string[];
  output: string;
  /** File that exists in a whole result: Taro ends well and leaves nothing when its configuration is wrong. */
  proof: string;
  make(): Promise<void>;
}

const MINIAPP = ['miniapp/src', 'miniapp/config', 'miniapp/plugins', 'miniapp/types', 'miniapp/babel.config.cjs', 'shared', 'package-lock.json'] as const;

const miniapp = (platform: 'h5' | 'weapp', proof: string): Target => ({
  name: platform,
  sources: MINIAPP,
  settings: ['TARO_APP_API'],
  output: `miniapp/dist/${platform}`,
  proof,
  make: async () => {
    await command('taro', ['build', '--type', platform, '--no-check'], path.resolve('miniapp'));
    if (platform === 'h5') await compressAll('miniapp/dist/h5');
  },
});

export const TARGETS = {
  h5: miniapp('h5', 'index.html'),
  weapp: miniapp('weapp', 'app.json'),
  console: {
    name: 'console',
    sources: ['cloud/console', 'miniapp/src/ui/tokens.css', 'shared', 'package-lock.json'],
    settings: [],
    output: 'cloud/console/dist',
    proof: 'index.html',
    make: async () => {
      await command('vite', ['build', '--logLevel', 'warn'], path.resolve('cloud/console'));
      await compressAll('cloud/console/dist');
    },
  },
  cloud: {
    name: 'cloud',
    sources: ['cloud/src', 'shared', 'tsconfig.json', 'package-lock.json'],
    settings: [],
    output: 'cloud/dist',
    proof: 'main.js',
    make: bundleCloud,
  },
} satisfies Record<string, Target>;

/** The command of an installed package, started without a shell so that it works everywhere and can be ended. */
async function command(bin: string, args: readonly string[], cwd: string): Promise<void> {
  const { code, output } = await run(process.execPath, [binFile(bin), ...args], { cwd, env: { ...process.env, NODE_ENV: 'production', FORCE_COLOR: '0' } });
  if (code !== 0) throw new SetupError(`${bin} ${args.join(' ')} failed:\n${lastLines(output, 25)}`, ['see the messages above']);
}

/** The script behind node_modules/.bin/<name>. */
export const binFile = (name: string): string => fs.realpathSync(path.resolve('node_modules/.bin', name));

export const lastLines = (text: string, count: number): string =>
  text
    .trim()
    .split('\n')
    .slice(-count)
    .map((line) => `  | ${line.slice(0, 300)}`)
    .join('\n');

/** Packages stay where they are: native ones could not be bundled, and Node finds the rest as fast. */
export const bundleOptions = (outdir: string): BuildOptions => ({
  entryPoints: ['cloud/src/main.ts', 'cloud/src/itinerary/planning/thread.ts', 'cloud/src/itinerary/export/thread.ts'],
  outdir,
  bundle: true,
  splitting: true,
  packages: 'external',
  alias: { '@shared': path.resolve('shared') },
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  sourcemap: true,
  logLevel: 'silent',
});

async function bundleCloud(): Promise<void> {
  fs.rmSync('cloud/dist', { recursive: true, force: true });
  await build(bundleOptions('cloud/dist'));
}
