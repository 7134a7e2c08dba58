import { existsSync } from 'node:fs';
import { evalFile } from '../tests/evals/engine';
import { reaches, type Measure } from '../tests/evals/measure';
import { measureRecap } from '../tests/evals/recap';
import { measureSearch } from '../tests/evals/search';
import { runScript } from './runScript';

/* npm run evals [-- words]: measures the engine on public data and prints measure, figure, bar and floor. */

const MEASURES: Record<string, () => Measure[] | Promise<Measure[]>> = {
  recap: measureRecap,
  search: measureSearch,
};

const shown = (value: number | undefined): string => (value === undefined ? '' : String(Number(value.toPrecision(4))));

function lineOf(measure: Measure): string {
  const verdict = measure.bar === undefined ? '' : reaches(measure) ? 'ok' : 'BELOW';
  const bar = measure.bar === undefined ? '' : `${measure.lowerIsBetter ? '≤' : '≥'} ${shown(measure.bar)}`;
  return [measure.name.padEnd(40), shown(measure.figure).padStart(9), bar.padStart(10), shown(measure.floor).padStart(9), ` ${verdict}`].join(' ').trimEnd();
}

async function main(words: readonly string[]): Promise<void> {
  if (!existsSync(evalFile('METRICS.md'))) throw new Error(`the evaluation sets are not at ${evalFile('')}: put them there`);
  const chosen = Object.entries(MEASURES).filter(([name]) => words.length === 0 || words.includes(name));
  if (chosen.length === 0) throw new Error(`no such measure: choose from ${Object.keys(MEASURES).join(', ')}`);
  console.log(['measure'.padEnd(40), 'figure'.padStart(9), 'bar'.padStart(10), 'floor'.padStart(9)].join(' '));
  for (const [, measure] of chosen) {
    const rows = await measure();
    for (const row of rows) console.log(lineOf(row));
    if (!rows.every(reaches)) process.exitCode = 1;
  }
}

runScript('evals', () => main(process.argv.slice(2)));
