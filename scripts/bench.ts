import { reaches, type Measure } from '../tests/evals/measure';
import { HEADING, lineOf } from '../tests/evals/table';
import { benchEngine } from './bench/engine';
import { benchFanout } from './bench/fanout';
import { benchLedger } from './bench/ledger';
import { benchPlan } from './bench/plan';
import { benchRecap } from './bench/recap';
import { benchReminders } from './bench/reminders';
import { benchTurns } from './bench/turns';
import type { Stage } from './load/stage';
import { reasonOf, runScript } from './runScript';
import { Ending } from './start/ending';

/* npm run bench [-- words]: speed and memory, as ratios to named peers and against limits, in one run. Loopback only. */

const BENCHES: Record<string, (stage: Stage) => Measure[] | Promise<Measure[]>> = {
  engine: benchEngine,
  fanout: benchFanout,
  ledger: benchLedger,
  plan: benchPlan,
  recap: benchRecap,
  reminders: benchReminders,
  turns: benchTurns,
};

const ending = new Ending();

async function main(words: readonly string[]): Promise<number> {
  ending.watchSignals(console.log);
  const chosen = Object.entries(BENCHES).filter(([name]) => words.length === 0 || words.includes(name));
  if (chosen.length === 0) throw new Error(`no such bench: choose from ${Object.keys(BENCHES).join(', ')}`);
  console.log(HEADING);
  let isGood = true;
  for (const [, bench] of chosen) {
    const rows = await bench({ ending, say: () => undefined });
    for (const row of rows) console.log(lineOf(row));
    isGood &&= rows.every(reaches);
  }
  return isGood ? 0 : 1;
}

runScript('bench', () =>
  main(process.argv.slice(2)).then(
    (code) => ending.end(code),
    (error: unknown) => {
      if (!ending.hasBegun) console.error(reasonOf(error));
      return ending.end(1);
    },
  ),
);
