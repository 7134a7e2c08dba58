import { agree, leastCost, type Agreement } from './agree';
import { build } from './build';
import { relaid } from './change';
import type { City } from './city';
import { byClaim, clashesOf, togetherIn, type Clash, type Together } from './claims';
import type { Frame } from './frame';
import type { Goal } from './goals';
import { improve, isBetter, type Score } from './improve';
import { tallyOf, type Trip } from './trip';

/** A problem read and a trip found for it. */
export interface Solution {
  city: City;
  goals: readonly Goal[];
  together: Together;
  trip: Trip;
  agreement: Agreement;
  score: Score;
}

const ATTEMPTS = 6;
const WORK = 4000;
const TIGHT = 1.8;

interface Attempt {
  order: readonly Goal[];
  isSaving: boolean;
}

const keyOf = (goals: readonly Goal[], { goals: agreed }: Agreement, isSaving: boolean): string => `${isSaving} ${goals.map((goal) => Number(agreed.includes(goal))).join('')}`;

/** A trip as it is shown: meals that found no place are left out. */
function settled(trip: Trip, { ground }: Agreement): Trip {
  const stops = trip.days.map((day) => day.stops.filter(({ spot }) => spot));
  const bare = { days: stops.map((some) => ({ stops: some, visits: [] })) };
  return relaid(bare, ground) ?? { days: trip.days.map(({ visits, ...day }, d) => ({ ...day, stops: stops[d] ?? [], visits: visits.filter(({ stop }) => stop.spot) })) };
}

/** What to try next: each wish unmet, those of the worst-off first, put before all others. */
function nextAttempts({ order, isSaving }: Attempt, trip: Trip, together: Together): Attempt[] {
  const tally = tallyOf(trip);
  const unmet = order.filter((goal) => goal.judge(tally) === false && together(goal));
  const lost = (goal: Goal): number => unmet.filter(({ member }) => member === goal.member).length / order.filter(({ member }) => member === goal.member).length;
  const sorted = [...unmet].sort((a, b) => lost(b) - lost(a));
  const isBroke = unmet.some(({ ceiling }) => ceiling !== undefined);
  return [...(isBroke && !isSaving ? [{ order, isSaving: true }] : []), ...sorted.map((goal) => ({ order: [goal, ...order.filter((one) => one !== goal)], isSaving: isSaving || isBroke }))];
}

/**
 * The best trip found: wishes that clash are weighed against each other, a trip is built and bettered, then what it left
 * unmet is given precedence in a few more attempts. `goals`: every wish, `frames`: the bounds of each day.
 */
export function solve(city: City, goals: readonly Goal[], frames: readonly Frame[]): Solution {
  const together = togetherIn(city, frames);
  const clashes: readonly Clash[] = clashesOf(goals, together);
  const first = byClaim(goals, clashes);
  const trial = agree(first, city, frames, true);
  const queue: Attempt[] = [{ order: first, isSaving: trial.ceiling < leastCost(trial) * TIGHT }];
  const seen = new Set<string>();
  let best: Solution | undefined;
  for (let n = 0; n < ATTEMPTS && queue.length > 0; ) {
    const attempt = queue.shift() as Attempt;
    const agreement = agree(attempt.order, city, frames, attempt.isSaving);
    const key = keyOf(goals, agreement, attempt.isSaving);
    if (seen.has(key)) continue;
    seen.add(key);
    n += 1;
    const { trip, score } = improve(build(agreement), goals, agreement, WORK);
    if (!best || isBetter(score, best.score)) best = { city, goals, together, trip, agreement, score };
    queue.push(...nextAttempts(attempt, trip, together));
  }
  const found = best as Solution;
  return { ...found, trip: settled(found.trip, found.agreement) };
}
