import { agree, leastCost, type Agreement, type Thrift } from './agree';
import { build } from './build';
import { relaid } from './change';
import type { City } from './city';
import { byClaim, clashesOf, isBound, crowdingIn, togetherIn, type Clash, type Crowding, type Together } from './claims';
import type { Frame } from './frame';
import type { Goal } from './goals';
import { improve, isBetter, type Score } from './improve';
import { tallyOf, type Trip } from './trip';

/** A problem read and a trip found for it. */
export interface Solution {
  city: City;
  goals: readonly Goal[];
  together: Together;
  crowding: Crowding;
  trip: Trip;
  agreement: Agreement;
  score: Score;
}

const ATTEMPTS = 8;
const WORK = 3500;
const ALL_WORK = 12_000;
const MOST_RIVALS = 3;
const TIGHT = 1.8;

interface Attempt {
  order: readonly Goal[];
  /** Wishes given up beforehand, in favour of others. */
  without: readonly Goal[];
  thrift: Thrift;
}

const keyOf = (goals: readonly Goal[], { goals: agreed }: Agreement, thrift: Thrift): string => `${thrift} ${goals.map((goal) => Number(agreed.includes(goal))).join('')}`;

/** A trip as it is shown: meals that found no place are left out. */
function settled(trip: Trip, { ground }: Agreement): Trip {
  const stops = trip.days.map((day) => day.stops.filter(({ spot }) => spot));
  const bare = { days: stops.map((some) => ({ stops: some, visits: [] })) };
  return relaid(bare, ground) ?? { days: trip.days.map(({ visits, ...day }, d) => ({ ...day, stops: stops[d] ?? [], visits: visits.filter(({ stop }) => stop.spot) })) };
}

/** Wishes that might be given up for one that is unmet: met ones of members who would still be better off, budgets first. */
function rivalsOf(goal: Goal, goals: readonly Goal[], unmet: readonly Goal[]): Goal[] {
  const share = (member: string, lost: number): number => 1 - (unmet.filter((one) => one.member === member).length + lost) / goals.filter((one) => one.member === member).length;
  const floor = share(goal.member, 0);
  const able = goals.filter((other) => isBound(other) && !unmet.includes(other) && other.member !== goal.member && share(other.member, 1) > floor + 1e-9);
  return able.sort((a, b) => Number(a.ceiling === undefined) - Number(b.ceiling === undefined) || share(b.member, 1) - share(a.member, 1)).slice(0, MOST_RIVALS);
}

/** What to try next for each wish unmet, those of the worst-off first: put it before all others, or give up another for it. */
function nextAttempts({ order, without, thrift }: Attempt, { trip, agreement, together }: Solution): Attempt[] {
  const tally = tallyOf(trip);
  const unmet = order.filter((goal) => goal.judge(tally) === false);
  const lost = (goal: Goal): number => unmet.filter(({ member }) => member === goal.member).length / order.filter(({ member }) => member === goal.member).length;
  const able = unmet.filter((goal) => together(goal)).sort((a, b) => lost(b) - lost(a));
  const isBroke = order.some(({ ceiling }) => ceiling !== undefined) && able.length > 0;
  const saving: Thrift = isBroke && thrift === 'none' ? 'some' : thrift;
  const first: Attempt[] = isBroke && thrift !== 'utmost' ? [{ order, without, thrift: thrift === 'none' ? 'some' : 'utmost' }] : [];
  const others = able.flatMap((goal): Attempt[] => {
    if (!agreement.goals.includes(goal)) return [{ order: [goal, ...order.filter((one) => one !== goal)], without: without.filter((one) => one !== goal), thrift: saving }];
    return rivalsOf(goal, order, unmet).map((rival) => ({ order, without: [...without, rival], thrift: saving }));
  });
  return [...first, ...others];
}

/**
 * The best trip found: wishes that clash are weighed against each other, a trip is built and bettered, then what it left
 * unmet is given precedence in a few more attempts. `goals`: every wish, `frames`: the bounds of each day.
 */
export function solve(city: City, goals: readonly Goal[], frames: readonly Frame[]): Solution {
  const together = togetherIn(city, frames);
  const crowding = crowdingIn(city, frames);
  const clashes: readonly Clash[] = clashesOf(goals, together);
  const first = byClaim(goals, clashes);
  const trial = agree(first, city, frames, 'some');
  const queue: Attempt[] = [{ order: first, without: [], thrift: trial.ceiling < leastCost(trial) * TIGHT ? 'some' : 'none' }];
  const seen = new Set<string>();
  let best: Solution | undefined;
  let work = ALL_WORK;
  for (let n = 0; n < ATTEMPTS && work > 0 && queue.length > 0; ) {
    const attempt = queue.shift() as Attempt;
    const agreement = agree(attempt.order.filter((goal) => !attempt.without.includes(goal)), city, frames, attempt.thrift);
    const key = keyOf(goals, agreement, attempt.thrift);
    if (seen.has(key)) continue;
    seen.add(key);
    n += 1;
    const { trip, score, spent } = improve(build(agreement), goals, agreement, Math.min(work, WORK));
    work -= spent;
    const found: Solution = { city, goals, together, crowding, trip, agreement, score };
    if (!best || isBetter(score, best.score)) best = found;
    queue.push(...nextAttempts(attempt, found));
  }
  const { trip, ...rest } = best as Solution;
  return { ...rest, trip: settled(trip, rest.agreement) };
}
