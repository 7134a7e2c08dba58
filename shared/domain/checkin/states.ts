import { isWithin, type Plan } from './plan';
import { covers } from './pauses';
import type { Mark, Sheet } from './sheet';
import type { DayState } from './types';
import { hasEnded } from './window';

/** What a day is by what was done, null where nothing that counts was. */
export function doneState({ checkin, madeUpAt }: Mark, hasReview: boolean): 'accepted' | 'pending' | 'made-up' | null {
  if (checkin && checkin.ok !== false) return hasReview && checkin.ok === undefined ? 'pending' : 'accepted';
  return madeUpAt === undefined ? null : 'made-up';
}

/** [C4, C5] Whether the member had to, or could, check in on a day. */
export const isOwed = (sheet: Sheet, plan: Plan, day: number): boolean => day >= sheet.first && plan.on(day).isRequired(day);

/** [C6] The state of a day when the member's clock shows `wall`; null for a day outside the challenge. */
export function stateOf(sheet: Sheet, plan: Plan, day: number, wall: number): DayState | null {
  if (!isWithin(plan, day)) return null;
  const { rules, span } = plan.on(day);
  const mark = sheet.marks.get(day);
  const done = mark && doneState(mark, rules.review === true);
  if (done) return done;
  if (!isOwed(sheet, plan, day)) return 'off';
  if (sheet.pauses.some((pause) => covers(pause, day))) return 'paused';
  if (!hasEnded(span, day, wall)) return 'open';
  if (mark?.checkin) return 'rejected';
  return rules.cadence.kind === 'perWeek' ? 'off' : 'missed';
}
