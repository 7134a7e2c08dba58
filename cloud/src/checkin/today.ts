import { DAY, dayText, wallDay } from '@shared/domain/civil';
import { judgeCheckin } from '@shared/domain/checkin/judge';
import { isWithin } from '@shared/domain/checkin/plan';
import type { Sheet } from '@shared/domain/checkin/sheet';
import { isOwed, stateOf } from '@shared/domain/checkin/states';
import { dayAt } from '@shared/domain/checkin/window';
import type { DayState } from '@shared/domain/checkin/types';
import type { Challenge } from '@shared/wire/challenge';
import { isoOf } from '../engine/time';
import { zoneAt, type Book } from './book';

type Button = Challenge['mine']['button'];
type Times = Pick<Challenge['mine'], 'opensAt' | 'closesAt' | 'doneAt'>;

/** How far ahead the next opening is looked for. */
const AHEAD = 400;

/** The day a member's button is about: the one whose window is open [C2], else that of the calendar. */
export function dayNow(book: Book, wall: number): number {
  const { plan } = book.ledger;
  return dayAt((day) => plan.on(day).span, wall) ?? wallDay(wall);
}

const instantOf = (wall: number, zone: string): string => new Date(isoOf(wall, zone)).toISOString();

/** The next day from one on whose window has yet to open. */
function nextOpening(book: Book, sheet: Sheet, from: number, wall: number): number | undefined {
  const { plan } = book.ledger;
  for (let day = Math.max(from, plan.start, sheet.first); day < from + AHEAD && (day < plan.start || isWithin(plan, day)); day++) {
    const opens = day * DAY + plan.on(day).span.from;
    if (opens > wall && isWithin(plan, day) && isOwed(sheet, plan, day)) return opens;
  }
  return undefined;
}

const DONE: Partial<Record<DayState, Button>> = { accepted: 'done', 'made-up': 'done', pending: 'pending', paused: 'paused' };

function shutButton(book: Book, sheet: Sheet, day: number, wall: number): Button {
  const { plan } = book.ledger;
  if (day < plan.start) return 'not-started';
  if (!isWithin(plan, day)) return 'ended';
  const state = stateOf(sheet, plan, day, wall);
  const shown = state ? DONE[state] : undefined;
  if (shown) return shown;
  if (day >= sheet.first && !plan.on(day).isRequired(day)) return 'not-today';
  return state === 'rejected' ? 'rejected' : 'outside-window';
}

function openButton(book: Book, sheet: Sheet, day: number, wall: number): Button {
  if (stateOf(sheet, book.ledger.plan, day, wall) === 'paused') return 'paused';
  return sheet.marks.get(day)?.checkin?.ok === false ? 'rejected' : 'ready';
}

/** What the big button says to somebody who takes part, and from when to when. */
export function buttonOf(book: Book, sheet: Sheet, now: number): { today: string; button: Button } & Times {
  const { plan, clock } = book.ledger;
  const wall = book.wall(sheet, now);
  const day = dayNow(book, wall);
  const judged = judgeCheckin(sheet, plan, clock, now, now);
  const isOpen = typeof judged === 'number';
  const zone = zoneAt(sheet, now);
  const opens = isOpen ? undefined : nextOpening(book, sheet, day, wall);
  const doneAt = sheet.marks.get(day)?.checkin?.at;
  return {
    today: dayText(day),
    button: isOpen ? openButton(book, sheet, day, wall) : shutButton(book, sheet, day, wall),
    ...(opens === undefined ? {} : { opensAt: instantOf(opens, zone) }),
    ...(isOpen || judged === 'already-done' ? { closesAt: instantOf(day * DAY + plan.on(day).span.to, zone) } : {}),
    ...(doneAt === undefined ? {} : { doneAt: new Date(doneAt).toISOString() }),
  };
}
