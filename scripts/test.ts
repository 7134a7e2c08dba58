import fs from 'node:fs';
import storesDown from '../tests/support/storesDown';
import storesUp from '../tests/support/storesUp';
import { stopRunning } from './guarded';
import { reasonOf, runScript, since } from './runScript';
import { Ending } from './start/ending';
import { step } from './start/step';
import type { Outcome, Step } from './test/outcome';
import { failed, totalOf } from './test/outcome';
import { makePlan, only } from './test/plan';

/*
 * npm test: types, lint, dependency rules, builds, all tests. `npm test -- lint api` runs the steps whose names hold these words.
 * The last line is "N passed, N failed": every test is counted, and every check as one.
 */

const ending = new Ending();

async function runStep({ name, run }: Step): Promise<Outcome> {
  const start = Date.now();
  const outcome = await run().catch((error: unknown) => failed(name, reasonOf(error)));
  const verdict = outcome.failed > 0 ? `${outcome.failed} FAILED` : 'ok';
  const tests = outcome.passed > 1 ? `${outcome.passed} passed` : '';
  step(name.padEnd(14), [verdict, tests, outcome.note].filter(Boolean).join('  '), since(start));
  return outcome;
}

async function runLane(lane: readonly Step[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of lane) if (!ending.hasBegun) outcomes.push(await runStep(one));
  return outcomes;
}

async function runAll(words: readonly string[]): Promise<Outcome[]> {
  const plan = only(makePlan((line) => step('', line)), words);
  const outcomes: Outcome[] = [];
  for (const lanes of plan) outcomes.push(...(await Promise.all(lanes.map(runLane))).flat());
  return outcomes;
}

/** One MongoDB and one Redis for all the tests; each suite takes databases of its own in them. */
async function withStores(work: () => Promise<Outcome[]>): Promise<Outcome[]> {
  ending.add(storesDown);
  try {
    await storesUp();
  } catch (error) {
    return [failed('stores', reasonOf(error)), ...(await work())];
  }
  return work();
}

function report(outcomes: readonly Outcome[], start: number): number {
  for (const { name, why } of outcomes) if (why !== undefined) console.log(`\n── ${name} ──\n${why.trimEnd()}`);
  const total = totalOf(outcomes);
  const result = process.env.TEST_RESULT_FILE;
  if (result) fs.writeFileSync(result, `${total.line}\n`);
  console.log(`\n${since(start)}\n${total.line}`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
}

async function main(): Promise<void> {
  const start = Date.now();
  ending.watchSignals((line) => step('end', line));
  ending.add(stopRunning);
  const outcomes = await withStores(() => runAll(process.argv.slice(2)));
  if (ending.hasBegun) return;
  const code = report(outcomes, start);
  await ending.end(code);
}

runScript('test', main);
