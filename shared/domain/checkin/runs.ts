import { mondayOf } from '../civil';
import { covers } from './pauses';
import { isWithin, type Plan } from './plan';
import type { Sheet } from './sheet';
import { isOwed, stateOf } from './states';
import type { DayState } from './types';
import { hasEnded } from './window';

const DONE: readonly (DayState | null)[] = ['accepted', 'pending', 'made-up'];
const STOPS: readonly DayState[] = ['missed', 'rejected'];

export const isDone = (state: DayState | null): boolean => DONE.includes(state);

/** What one step of a row does to it: adds one, leaves it, ends it. */
type Step = 'add' | 'skip' | 'stop';

export interface Runs {
  streak: number;
  best: number;
}

function runsOf(steps: readonly Step[]): Runs {
  let [streak, best] = [0, 0];
  for (const step of steps) {
    if (step === 'add') best = Math.max(best, ++streak);
    else if (step === 'stop') streak = 0;
  }
  return { streak, best };
}

/** [C9] The row of days that ends with the last one, and the longest there was. */
export const runsOfDays = (states: readonly DayState[]): Runs => runsOf(states.map((state) => (isDone(state) ? 'add' : STOPS.includes(state) ? 'stop' : 'skip')));

/** How often a week that begins with a Monday asks for. A cadence of days asks for each of them. */
function timesAsked(plan: Plan, monday: number): number {
  const { cadence } = plan.on(Math.max(monday, plan.start)).rules;
  return cadence.kind === 'perWeek' ? cadence.n : 7;
}

function stepOfWeek(sheet: Sheet, plan: Plan, monday: number, wall: number): Step {
  const days = [0, 1, 2, 3, 4, 5, 6].map((i) => monday + i).filter((day) => isWithin(plan, day));
  const owed = days.filter((day) => isOwed(sheet, plan, day));
  const done = owed.filter((day) => isDone(stateOf(sheet, plan, day, wall)));
  const isFree = (day: number): boolean => !done.includes(day) && sheet.pauses.some((pause) => covers(pause, day));
  const need = Math.min(timesAsked(plan, monday), owed.filter((day) => !isFree(day)).length);
  if (need === 0) return 'skip';
  if (done.length >= need) return 'add';
  return days.some((day) => !hasEnded(plan.on(day).span, day, wall)) ? 'skip' : 'stop';
}

/** [C10] The same by weeks, up to the one the last day lies in. */
export function runsOfWeeks(sheet: Sheet, plan: Plan, last: number, wall: number): Runs {
  const steps: Step[] = [];
  if (last < plan.start) return runsOf(steps);
  for (let monday = mondayOf(plan.start); monday <= last; monday += 7) steps.push(stepOfWeek(sheet, plan, monday, wall));
  return runsOf(steps);
}
