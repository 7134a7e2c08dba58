import { plan } from '../../cloud/src/engine/plan';
import type { Measure } from '../../tests/evals/measure';
import { groupOf, townOf } from '../../tests/support/plan/town';

const PLACES = 1200;
const PEOPLE = 6;
const DAYS = 5;
const GROUPS = 12;

/** Seconds of CPU a plan takes: five days for six people out of 1,200 places. */
export function benchPlan(): Measure[] {
  const town = townOf(PLACES);
  const seconds = Array.from({ length: GROUPS }, (_, seed) => {
    const input = { ...groupOf(town, seed, PEOPLE), days: DAYS };
    const start = process.cpuUsage();
    plan(input);
    return process.cpuUsage(start).user / 1e6;
  }).sort((a, b) => a - b);
  return [
    { name: `plan of ${DAYS} days, ${PLACES} places, ${PEOPLE} people: median, s`, figure: seconds[GROUPS / 2] as number, bar: 2, lowerIsBetter: true },
    { name: 'the slowest, s', figure: seconds.at(-1) as number, bar: 2, lowerIsBetter: true },
  ];
}
