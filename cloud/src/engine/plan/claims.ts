import { agreementOn, canAgree, crowdOf } from './agree';
import type { City } from './city';
import type { Frame } from './frame';
import type { Goal } from './goals';
import type { Crowd } from './types';

const MOST_BRANCHES = 10;

export type Clash = readonly [Goal, Goal];

export type Together = (...goals: readonly Goal[]) => boolean;

export const togetherIn =
  (city: City, frames: readonly Frame[]): Together =>
  (...goals) =>
    canAgree(agreementOn(goals, city, frames, 'some'));

/** What a trip cannot hold of what wishes are for. */
export type Crowding = (...goals: readonly Goal[]) => Crowd | undefined;

export const crowdingIn =
  (city: City, frames: readonly Frame[]): Crowding =>
  (...goals) =>
    crowdOf(agreementOn(goals, city, frames, 'some'));

/** Whether a wish leaves the planner anything to do. */
export const isBound = ({ wants, bars, ceiling, means, frame, pace, maxWalkKm }: Goal): boolean => [wants, bars, ceiling, means, frame, pace, maxWalkKm].some((part) => part !== undefined);

/** Pairs of wishes of which each could be met, but not both. */
export function clashesOf(goals: readonly Goal[], together: Together): Clash[] {
  const able = goals.filter((goal) => isBound(goal) && together(goal));
  return able.flatMap((a, i) => able.slice(i + 1).flatMap((b): Clash[] => (together(a, b) ? [] : [[a, b]])));
}

const sharesWithout = (dropped: ReadonlySet<Goal>, goals: readonly Goal[]): [number, number] => {
  const kept = new Map<string, number>();
  for (const { member } of goals) kept.set(member, 0);
  const all = (member: string): number => goals.filter((goal) => goal.member === member).length;
  for (const goal of goals) if (!dropped.has(goal)) kept.set(goal.member, (kept.get(goal.member) as number) + 1 / all(goal.member));
  return [Math.min(...kept.values()), -dropped.size];
};

/** Which wishes to give up so that no two clash: the worst-off member loses least, then fewest are given up. */
function giveUp(goals: readonly Goal[], clashes: readonly Clash[]): ReadonlySet<Goal> {
  let best: { dropped: ReadonlySet<Goal>; worst: number; fewest: number } | undefined;
  const branch = (dropped: ReadonlySet<Goal>): void => {
    const open = clashes.find(([a, b]) => !dropped.has(a) && !dropped.has(b));
    if (!open) {
      const [worst, fewest] = sharesWithout(dropped, goals);
      if (!best || worst > best.worst + 1e-9 || (worst > best.worst - 1e-9 && fewest > best.fewest)) best = { dropped, worst, fewest };
    } else if (dropped.size < MOST_BRANCHES) for (const goal of open) branch(new Set([...dropped, goal]));
  };
  branch(new Set());
  return best?.dropped ?? new Set(clashes.map(([, b]) => b));
}

/** Wishes in the order of their claim: those to give up last; before that, those that are a large part of what their member wishes. */
export function byClaim(goals: readonly Goal[], clashes: readonly Clash[]): Goal[] {
  const dropped = giveUp(goals, clashes);
  const count = (goal: Goal): number => goals.filter(({ member }) => member === goal.member).length;
  return [...goals].sort((a, b) => Number(dropped.has(a)) - Number(dropped.has(b)) || count(a) - count(b));
}
