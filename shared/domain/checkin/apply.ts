import { wallDay } from '../civil';
import type { WallClock } from '../zone';
import { judgeCheckin, judgeMakeup } from './judge';
import { endByCheckin, isRunning, resume } from './pauses';
import { dayNumber, type Plan } from './plan';
import { wallAt, type Mark, type Sheet } from './sheet';
import type { LedgerEvent, Refusal } from './types';

type Event<K extends LedgerEvent['kind']> = Extract<LedgerEvent, { kind: K }>;

function markOf({ marks }: Sheet, day: number): Mark {
  const mark = marks.get(day) ?? {};
  marks.set(day, mark);
  return mark;
}

function checkIn(sheet: Sheet, plan: Plan, clock: WallClock, at: number, { doneAt }: Event<'checkin'>): Refusal | null {
  const made = doneAt === undefined ? at : Date.parse(doneAt);
  const day = judgeCheckin(sheet, plan, clock, at, made);
  if (typeof day === 'string') return day;
  markOf(sheet, day).checkin = { at: made };
  endByCheckin(sheet.pauses, day, made);
  return null;
}

function makeUp(sheet: Sheet, plan: Plan, clock: WallClock, at: number, event: Event<'makeup'>): Refusal | null {
  const day = judgeMakeup(sheet, plan, clock, at, dayNumber(event.day));
  if (typeof day === 'string') return day;
  markOf(sheet, day).madeUpAt = at;
  sheet.cardsUsed++;
  return null;
}

/** [C7] */
function pause({ pauses }: Sheet, at: number, today: number, { until }: Event<'pause'>): Refusal | null {
  if (pauses.some((one) => isRunning(one, today))) return 'already-paused';
  const last = until === undefined ? Infinity : dayNumber(until);
  if (last < today) return 'bad-day';
  pauses.push({ at, from: today, last });
  return null;
}

/** [C11] */
function judge({ marks }: Sheet, { day, ok }: Event<'verdict'>): Refusal | null {
  const checkin = marks.get(dayNumber(day))?.checkin;
  if (!checkin) return 'nothing-to-judge';
  checkin.ok = ok;
  return null;
}

/** Takes one event, heard of at `at` (ms since 1970 UTC), into a member's sheet, or says why not and changes nothing. Events must come in order of `at`. */
export function applyTo(sheet: Sheet, plan: Plan, clock: WallClock, event: LedgerEvent, at: number): Refusal | null {
  if (at < sheet.joined) return 'not-member';
  const today = (): number => wallDay(wallAt(sheet, at, clock));
  switch (event.kind) {
    case 'checkin':
      return checkIn(sheet, plan, clock, at, event);
    case 'makeup':
      return makeUp(sheet, plan, clock, at, event);
    case 'pause':
      return pause(sheet, at, today(), event);
    case 'resume':
      return resume(sheet.pauses, today()) ? null : 'not-paused';
    case 'zone':
      sheet.zones.push({ from: at, zone: event.zone });
      return null;
    case 'verdict':
      return judge(sheet, event);
  }
}
