import { findBrowser } from '../browser';
import { makeTarget } from '../build/fresh';
import type { Target } from '../build/targets';
import { binFile, lastLines, TARGETS } from '../build/targets';
import { checkWeapp } from '../checkWeapp';
import { run } from '../guarded';
import { lockfileProblems } from '../lockfile';
import { reasonOf } from '../runScript';
import { requireEs5 } from './es5';
import { requireH5Size } from './h5Size';
import { jestProjects } from './jest';
import type { Step } from './outcome';
import { check } from './outcome';
import { requireWeappSize } from './weappSize';

type Say = (line: string) => void;

/** Stages come one after another; the lanes of a stage run beside each other; the steps of a lane in order. */
export type Plan = readonly (readonly (readonly Step[])[])[];

const LIMIT_SECONDS = 600;

const named = (name: string, work: () => Promise<string | void> | string | void): Step => check(name, work, reasonOf);

/** A tool that says what is wrong and ends with a code other than 0. */
const tool = (name: string, bin: string, args: readonly string[]): Step =>
  named(name, async () => {
    const { code, output } = await run(process.execPath, [binFile(bin), ...args], { limitSeconds: LIMIT_SECONDS, env: { ...process.env, FORCE_COLOR: '0' } });
    if (code !== 0) throw new Error(lastLines(output, 60));
  });

const build = (target: Target, say: Say): Step => named(`build ${target.name}`, async () => ((await makeTarget(target, { say: (line) => say(`${target.name}: ${line}`) })) ? undefined : 'up to date'));

function lockfile(): void {
  const problems = lockfileProblems();
  if (problems.length > 0) throw new Error(`npm run lockfile mends it:\n${problems.map((line) => `  ${line}`).join('\n')}`);
}

const RULED = ['cloud/src', 'cloud/console/src', 'shared', 'scripts', 'tests', 'miniapp/src', 'miniapp/test'];

const sources = (): Step[] => [
  named('lockfile', lockfile),
  tool('types', 'tsc', ['-p', '.']),
  tool('types miniapp', 'tsc', ['-p', 'miniapp']),
  tool('types console', 'tsc', ['-p', 'cloud/console']),
  tool('dependencies', 'depcruise', RULED),
  tool('lint', 'eslint', ['.', '--max-warnings', '0']),
];

const outputs = (say: Say): Step[] => [
  build(TARGETS.cloud, say),
  build(TARGETS.h5, say),
  build(TARGETS.console, say),
  build(TARGETS.weapp, say),
  named('size weapp', () => requireWeappSize(TARGETS.weapp.output)),
  named('es5 weapp', () => `${requireEs5(TARGETS.weapp.output)} scripts`),
  named('es5 h5', () => `${requireEs5(TARGETS.h5.output)} scripts`),
  named('browser', async () => (process.env.CHROMIUM = await findBrowser(say))),
  named('size h5', () => requireH5Size(TARGETS.h5.output, say)),
  named('compile weapp', async () => `${await checkWeapp(say)} KB with sub-packages`),
];

/**
 * Builds and checks share the two cores first, because each of them uses one; then the tests, which use both. Realtime tests wait more
 * than they work: three files at a time keep two cores half busy, which leaves room for the times they measure. So do browser tests,
 * each file with a cloud and a browser of its own: two at a time.
 */
export const makePlan = (say: Say): Plan => [
  [sources(), outputs(say)],
  [[jestProjects('unit', ['unit', 'scripts', 'contract', 'agents', 'miniapp'])]],
  [[jestProjects('api', ['api'])]],
  [[jestProjects('realtime', ['realtime'], ['--maxWorkers', '3'])]],
  [[jestProjects('e2e', ['e2e'], ['--maxWorkers', '2'])]],
];

/** Keeps the steps whose name holds one of the words. */
export const only = (plan: Plan, words: readonly string[]): Plan =>
  words.length === 0 ? plan : plan.map((lanes) => lanes.map((lane) => lane.filter(({ name }) => words.some((word) => name.includes(word)))));
