import { HOUR, MINUTE, wallDay } from '../civil';
import type { WallClock } from '../zone';
import type { Plan } from './plan';
import { wallAt, type Sheet } from './sheet';
import { doneState, stateOf } from './states';
import type { Refusal } from './types';
import { dayAt } from './window';

/** [C12] */
const CLOCK_AHEAD = 5 * MINUTE;
const LATEST_SYNC = 24 * HOUR;

/** A day number, or why not. */
export type Judged = number | Refusal;

/** The day a check-in made at an instant counts for [C2], or the first code against it in the order of C5. `at`: when the ledger heard of it. */
export function judgeCheckin(sheet: Sheet, plan: Plan, clock: WallClock, at: number, made: number): Judged {
  if (at < sheet.joined) return 'not-member';
  if (made - at > CLOCK_AHEAD) return 'future';
  if (at - made > LATEST_SYNC) return 'late-sync';
  const day = dayAt((one) => plan.on(one).span, wallAt(sheet, made, clock));
  if (day === null) return 'outside-window';
  if (day < plan.start) return 'not-started';
  const { end, isRequired, rules } = plan.on(day);
  if (day > end) return 'ended';
  if (day < sheet.first) return 'not-member';
  if (!isRequired(day)) return 'not-today';
  const mark = sheet.marks.get(day);
  return mark && doneState(mark, rules.review === true) ? 'already-done' : day;
}

/** [C8] Whether a day may be made up at an instant. */
export function judgeMakeup(sheet: Sheet, plan: Plan, clock: WallClock, at: number, day: number): Judged {
  if (at < sheet.joined) return 'not-member';
  const wall = wallAt(sheet, at, clock);
  const today = wallDay(wall);
  const state = day > today ? 'open' : stateOf(sheet, plan, day, wall);
  if ((state !== 'missed' && state !== 'rejected') || plan.on(day).rules.cadence.kind === 'perWeek') return 'not-missed';
  const { makeup } = plan.on(today).rules;
  if (makeup && today - day > makeup.maxAgeDays) return 'too-old';
  return makeup && sheet.cardsUsed < makeup.cards ? day : 'no-cards';
}
