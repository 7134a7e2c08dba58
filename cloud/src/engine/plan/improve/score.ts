import type { Agreement } from '../agree';
import { hasRoomFor } from '../frame';
import type { Goal } from '../goals';
import { tallyOf, type Tally, type Trip } from '../trip';
import { qualityOf } from './quality';

/** What makes a trip better than another, most important first; more is better in each. */
export type Score = readonly number[];

export const isBetter = (a: Score, b: Score): boolean => {
  for (const [i, one] of a.entries()) {
    const other = b[i] as number;
    if (Math.abs(one - other) > 1e-9) return one > other;
  }
  return false;
};

/** Parts a day must have and lacks. */
function missing({ trip }: Tally, { ground: { frames } }: Agreement): number {
  return trip.days.reduce((sum, { visits }, d) => {
    const has = (kind: string): boolean => visits.some(({ stop }) => stop.kind === kind && stop.spot);
    const frame = frames[d];
    const meals = (['lunch', 'dinner'] as const).filter((kind) => frame && hasRoomFor(kind, frame) && !has(kind)).length;
    return sum + meals + (has('attraction') ? 0 : 1) + (d < trip.days.length - 1 && !has('hotel') ? 1 : 0);
  }, 0);
}

/** Share of a member's wishes met; what nobody can tell counts half. */
function sharesOf(goals: readonly Goal[], tally: Tally): number[] {
  const byMember = new Map<string, { met: number; all: number }>();
  for (const goal of goals) {
    const pass = goal.judge(tally);
    const share = byMember.get(goal.member) ?? { met: 0, all: 0 };
    byMember.set(goal.member, { met: share.met + (pass === null ? 0.5 : Number(pass)), all: share.all + 1 });
  }
  return [...byMember.values()].map(({ met, all }) => met / all);
}

/** What holds for all first, then the worst-off member, then all members, then money, then pleasure. `goals`: every wish. */
export function scoreOf(trip: Trip, goals: readonly Goal[], agreement: Agreement): Score {
  const tally = tallyOf(trip);
  const shares = sharesOf(goals, tally);
  const over = goals.reduce((sum, { ceiling = Infinity }) => sum + Math.max(0, tally.cost - ceiling), 0);
  return [-missing(tally, agreement), Math.min(1, ...shares), shares.reduce((sum, share) => sum + share, 0), -over, qualityOf(tally, agreement)];
}
