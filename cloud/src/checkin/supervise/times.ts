import { DAY, MINUTE, mondayOf, wallDay } from '@shared/domain/civil';
import { isDone } from '@shared/domain/checkin/runs';
import type { Sheet } from '@shared/domain/checkin/sheet';
import { stateOf } from '@shared/domain/checkin/states';
import { wallClock } from '@shared/domain/zone';
import { isoOf } from '../../engine/time';
import type { Book } from '../book';
import { dayNow } from '../today';

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** When a clock of a zone shows a time on a day, ms since 1970 UTC. Where it is left out, as much later; where it comes twice, the first. */
const instantOn = (day: number, clock: string, zone: string): number => Date.parse(isoOf(day * DAY + minutesOf(clock) * MINUTE, zone));

/** The first time after an instant at which the clocks of a zone show `clock`. */
export function nextAt(clock: string, zone: string, after: number): number {
  let day = wallDay(wallClock(after, zone)) - 1;
  while (instantOn(day, clock, zone) <= after) day++;
  return instantOn(day, clock, zone);
}

/** The last such time up to an instant. */
export function lastAt(clock: string, zone: string, until: number): number {
  let day = wallDay(wallClock(until, zone)) + 1;
  while (instantOn(day, clock, zone) > until) day--;
  return instantOn(day, clock, zone);
}

/** [C10] Whether the week of a day has all its check-ins: more may be made, none is asked for. */
function isWeekDone({ ledger: { plan } }: Book, sheet: Sheet, day: number, wall: number): boolean {
  const { cadence } = plan.on(day).rules;
  if (cadence.kind !== 'perWeek') return false;
  const monday = mondayOf(day);
  const done = [0, 1, 2, 3, 4, 5, 6].filter((i) => isDone(stateOf(sheet, plan, monday + i, wall)));
  return done.length >= cadence.n;
}

/** The day a reminder for `dueAt` is about, if that still asks for a check-in at `now`; undefined: nothing to say. */
export function dayToTell(book: Book, sheet: Sheet, dueAt: number, now: number): number | undefined {
  const wall = book.wall(sheet, now);
  const day = dayNow(book, book.wall(sheet, dueAt));
  if (stateOf(sheet, book.ledger.plan, day, wall) !== 'open') return undefined;
  return isWeekDone(book, sheet, day, wall) ? undefined : day;
}
