import { dayText, wallDay } from '../civil';
import type { WallClock } from '../zone';
import type { Plan } from './plan';
import { isDone, runsOfDays, runsOfWeeks } from './runs';
import { wallAt, type Mark, type Sheet } from './sheet';
import { stateOf } from './states';
import type { ChallengeRules, DayState, Standing } from './types';

/** Where a member stands, with what ranks them. */
export interface Placed {
  standing: Standing;
  /** [C14] When the last thing that counts was done, ms since 1970 UTC; Infinity: nothing. */
  lastAt: number;
}

/** The last day there is to show: today, or the last of the challenge. */
function lastShown(plan: Plan, today: number): number {
  const { end } = plan.on(today);
  return Math.min(today, end);
}

const countedAt = ({ checkin, madeUpAt }: Mark, state: DayState): number => (state === 'made-up' ? madeUpAt : checkin?.at) ?? -Infinity;

/** [C13] */
function hasReached(goal: ChallengeRules['goal'], total: number, best: number): boolean {
  return goal !== undefined && (goal.kind === 'total' ? total : best) >= goal.days;
}

export function standingOf(sheet: Sheet, plan: Plan, clock: WallClock, now: number): Placed {
  const wall = wallAt(sheet, now, clock);
  const last = lastShown(plan, wallDay(wall));
  const { cadence, goal, makeup } = plan.on(wallDay(wall)).rules;
  const days: { day: number; state: DayState }[] = [];
  for (let day = plan.start; day <= last; day++) days.push({ day, state: stateOf(sheet, plan, day, wall) ?? 'off' });
  const done = days.filter(({ state }) => isDone(state));
  const runs = cadence.kind === 'perWeek' ? runsOfWeeks(sheet, plan, last, wall) : runsOfDays(days.map(({ state }) => state));
  const total = done.length;
  return {
    standing: {
      id: sheet.id,
      days: days.map(({ day, state }) => ({ day: dayText(day), state })),
      ...runs,
      total,
      cardsLeft: Math.max(0, (makeup?.cards ?? 0) - sheet.cardsUsed),
      done: hasReached(goal, total, runs.best),
    },
    lastAt: total === 0 ? Infinity : Math.max(...done.map(({ day, state }) => countedAt(sheet.marks.get(day) as Mark, state))),
  };
}
