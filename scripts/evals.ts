import { existsSync } from 'node:fs';
import { measureChats } from '../tests/evals/chats';
import { evalFile } from '../tests/evals/engine';
import { reaches, type Measure } from '../tests/evals/measure';
import { measureInjection } from '../tests/evals/injection';
import { measureModerate } from '../tests/evals/moderate';
import { measurePlan } from '../tests/evals/plan';
import { measureRecap } from '../tests/evals/recap';
import { measureSearch } from '../tests/evals/search';
import { measureSpeak } from '../tests/evals/speak';
import { HEADING, lineOf } from '../tests/evals/table';
import { measureThreads } from '../tests/evals/threads';
import { measureTime } from '../tests/evals/time';
import { measureWishes } from '../tests/evals/wishes';
import { runScript } from './runScript';

/* npm run evals [-- words]: measures the engine on public data and prints measure, figure, bar and floor. */

const MEASURES: Record<string, () => Measure[] | Promise<Measure[]>> = {
  chats: measureChats,
  injection: measureInjection,
  moderate: measureModerate,
  plan: measurePlan,
  recap: measureRecap,
  search: measureSearch,
  speak: measureSpeak,
  threads: measureThreads,
  time: measureTime,
  wishes: measureWishes,
};

async function main(words: readonly string[]): Promise<void> {
  if (!existsSync(evalFile('METRICS.md'))) throw new Error(`the evaluation sets are not at ${evalFile('')}: put them there`);
  const chosen = Object.entries(MEASURES).filter(([name]) => words.length === 0 || words.includes(name));
  if (chosen.length === 0) throw new Error(`no such measure: choose from ${Object.keys(MEASURES).join(', ')}`);
  console.log(HEADING);
  for (const [, measure] of chosen) {
    const rows = await measure();
    for (const row of rows) console.log(lineOf(row));
    if (!rows.every(reaches)) process.exitCode = 1;
  }
}

runScript('evals', () => main(process.argv.slice(2)));
