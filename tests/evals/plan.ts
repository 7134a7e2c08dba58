import type { PlanAnswer, PlanInput } from '../../cloud/src/engine/plan';
import { VERBS } from '../../scripts/engine/verbs';
import type { Measure } from './measure';
import { CASES } from './plan/cases';
import { crosswozCity } from './plan/crosswozCity';
import { inputOf, missed } from './plan/gold';
import { groupCases } from './plan/groups';
import { judge, type Outcome } from './plan/judge';
import { madeCity } from './plan/madeCity';
import { mostOfWorstOff } from './plan/odds';

interface Run {
  input: PlanInput;
  outcome: Outcome;
  seconds: number;
  /** Asked twice, the answer was the same. */
  isSame: boolean;
}

/** As the engine command asks: the line is checked first. */
const ask = (input: PlanInput): PlanAnswer => VERBS.plan(input) as PlanAnswer;

function run(input: PlanInput, twice: boolean): Run {
  // of CPU: a busy machine makes all clocks run
  const start = process.cpuUsage();
  const answer = ask(input);
  const seconds = process.cpuUsage(start).user / 1e6;
  return { input, outcome: judge(input, answer), seconds, isSame: !twice || JSON.stringify(answer) === JSON.stringify(ask(input)) };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
const isMet = ({ state }: Outcome['wishes'][number]): boolean => state === 'pass';

/** Share met of the member who got least of what he asked for. */
function worstOff({ input, outcome }: Run): number {
  const shares = input.members.flatMap(({ id }) => {
    const own = outcome.wishes.filter(({ member }) => member === id);
    return own.length === 0 ? [] : [own.filter(isMet).length / own.length];
  });
  return Math.min(1, ...shares);
}

const sharesOf = (runs: readonly Run[]): number => mean(runs.flatMap(({ outcome }) => outcome.wishes.map((wish) => (isMet(wish) ? 1 : 0))));

interface Runs {
  alone: readonly Run[];
  /** Groups in which no wish rules another out. */
  agreeing: readonly Run[];
  groups: readonly Run[];
}

function measuresOf(name: string, { alone, agreeing, groups }: Runs): Measure[] {
  const all = [...alone, ...agreeing, ...groups];
  const wishes = all.flatMap(({ outcome }) => outcome.wishes);
  const seconds = all.map((one) => one.seconds).sort((a, b) => a - b);
  return [
    { name: `plan ${name}: rules of a plan held`, figure: mean(all.map(({ outcome }) => (outcome.faults.length === 0 ? 1 : 0))), bar: 1 },
    { name: `plan ${name}: wishes alone met`, figure: sharesOf(alone), bar: 0.99 },
    { name: `plan ${name}: met where they agree`, figure: sharesOf(agreeing) },
    { name: `plan ${name}: worst-off where they agree`, figure: mean(agreeing.map(worstOff)), bar: 0.92 },
    { name: `plan ${name}: met in any group`, figure: sharesOf(groups) },
    { name: `plan ${name}: worst-off of any group`, figure: mean(groups.map(worstOff)) },
    { name: `plan ${name}: of what clashes leave him`, figure: mean(groups.map(worstOff)) / mean(groups.map(({ input }) => mostOfWorstOff(input))), bar: 0.97 },
    { name: `plan ${name}: unmet and not said`, figure: wishes.filter(({ state, listed }) => state === 'fail' && !listed).length, bar: 0, lowerIsBetter: true },
    { name: `plan ${name}: said unmet though met`, figure: wishes.filter(({ state, listed }) => state === 'pass' && listed).length, bar: 0, lowerIsBetter: true },
    { name: `plan ${name}: same again`, figure: mean(all.map(({ isSame }) => (isSame ? 1 : 0))), bar: 1 },
    { name: `plan ${name}: median seconds`, figure: seconds[Math.floor(seconds.length / 2)] ?? 0 },
    { name: `plan ${name}: most seconds`, figure: seconds[seconds.length - 1] ?? 0, bar: 2, lowerIsBetter: true },
  ];
}

const GROUPS = 40;
/** Each so many groups is asked twice, and has its wishes planned for alone. */
const EVERY = 5;
const SEED = 1;

/** Each wish of a group, as if nobody wished anything else. */
const aloneOf = (input: PlanInput): PlanInput[] =>
  input.members.flatMap((member) => member.constraints.map((constraint) => ({ ...input, members: input.members.map(({ id }) => ({ id, constraints: id === member.id ? [constraint] : [] })) })));

function measureCity(name: string, places: PlanInput['pois']): Measure[] {
  const city = { name, places: [...places] };
  const inputs = groupCases(city, GROUPS, SEED, false);
  const groups = inputs.map((input, i) => run(input, i % EVERY === 0));
  const agreeing = groupCases(city, GROUPS, SEED + 1, true).map((input) => run(input, false));
  const alone = inputs.filter((_, i) => i % EVERY === 0).flatMap(aloneOf).map((input) => run(input, false));
  return measuresOf(name, { alone, agreeing, groups });
}

function measureCases(): Measure[] {
  const faults = CASES.map((one) => {
    const missing = missed(one, run(inputOf(one), false).outcome);
    if (missing.length > 0) console.log(`  ${one.name}: ${missing.join('; ')}`);
    return missing.length;
  });
  return [{ name: `plan ${CASES.length} cases with gold`, figure: mean(faults.map((count) => (count === 0 ? 1 : 0))), bar: 0.97 }];
}

/** Planning by the rules of METRICS.md, in a made city and in that of CrossWOZ, and the cases with gold. */
export function measurePlan(): Measure[] {
  const real = crosswozCity();
  return [...measureCases(), ...measureCity('made city', madeCity(7, 1200)), ...(real ? measureCity('CrossWOZ', real) : [])];
}
