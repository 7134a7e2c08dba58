import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeTarget } from './build/fresh';
import { lastLines, TARGETS } from './build/targets';
import { run } from './guarded';
import { waitForLock } from './lock';
import { runScript, since } from './runScript';
import { SetupError } from './setupError';

/*
 * npm run check:weapp: WeChat's own compiler (miniprogram-ci) takes the built mini-program, offline. It brings 275 MB of packages of
 * its own, so it has its own pinned installation outside this package's.
 */

const PINS = path.resolve('scripts/weapp');
const TOOL = path.resolve('.data/tools/miniprogram-ci');

type Say = (line: string) => void;

/** Installs the pinned compiler when it is not here. */
async function installCompiler(say: Say): Promise<void> {
  const lock = await waitForLock(`${TOOL}.lock`, (pid) => say(`waiting for process ${pid}, which is installing miniprogram-ci`));
  try {
    const pins = fs.readFileSync(path.join(PINS, 'package-lock.json'), 'utf8');
    const stamp = path.join(TOOL, 'installed.lock'); // written last, so a broken installation does not count
    if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === pins) return;
    say('installing miniprogram-ci (275 MB, once) …');
    fs.rmSync(TOOL, { recursive: true, force: true });
    fs.mkdirSync(TOOL, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) fs.copyFileSync(path.join(PINS, file), path.join(TOOL, file));
    const { code, output } = await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: TOOL });
    if (code !== 0) throw new SetupError(`miniprogram-ci could not be installed:\n${lastLines(output, 6)}`, ['check that the npm registry can be reached (npm ping)']);
    fs.writeFileSync(stamp, pins);
  } finally {
    lock.release();
  }
}

/** Compiles miniapp/dist/weapp. Throws SetupError with the compiler's words. Returns the size of the compiled package in KB. */
export async function checkWeapp(say: Say = console.log): Promise<number> {
  await installCompiler(say);
  const temp = fs.mkdtempSync(path.join(os.tmpdir(), 'pai-weapp-'));
  try {
    const { code, output } = await run(process.execPath, [path.join(PINS, 'compile.cjs'), path.resolve('.'), temp], { cwd: TOOL });
    // a missing include is only a line in its log
    const missing = output.split('\n').filter((line) => /resolve dep failed/i.test(line));
    if (code !== 0 || missing.length > 0) throw new SetupError(`WeChat's compiler refuses miniapp/dist/weapp:\n${lastLines(missing.length > 0 ? missing.join('\n') : output, 15)}`, ['build again (npm run build:weapp) and read the file it names']);
    const { bytes } = JSON.parse(/^\{"bytes":\d+\}$/m.exec(output)?.[0] ?? '{"bytes":0}') as { bytes: number };
    if (bytes === 0) throw new Error(`miniprogram-ci ended without a result:\n${lastLines(output, 15)}`);
    return Math.round(bytes / 1024);
  } finally {
    fs.rmSync(temp, { recursive: true, force: true });
  }
}

runScript('checkWeapp', async () => {
  const start = Date.now();
  await makeTarget(TARGETS.weapp);
  const kilobytes = await checkWeapp();
  console.log(`WeChat's compiler takes miniapp/dist/weapp (${kilobytes} KB with sub-packages)  ${since(start)}`);
});
