import { MINUTE, dayText, wallDay } from '@shared/domain/civil';
import { applyTo } from '@shared/domain/checkin/apply';
import { judgeCheckin } from '@shared/domain/checkin/judge';
import { dayNumber, isWithin, planOf, type Plan } from '@shared/domain/checkin/plan';
import { isDone, runsOfDays } from '@shared/domain/checkin/runs';
import { wallAt, type Mark, type Sheet } from '@shared/domain/checkin/sheet';
import { standingOf } from '@shared/domain/checkin/standing';
import { stateOf } from '@shared/domain/checkin/states';
import type { DayState } from '@shared/domain/checkin/types';
import { dayAt } from '@shared/domain/checkin/window';
import { wallClock, type WallClock } from '@shared/domain/zone';
import type { Challenge } from '@shared/wire/challenge';
import { deviceZone } from '@/platform/zone';

/* The rules of the ledger, run here: what was just done shows at once, also without a network. What the cloud says next replaces it. */

type Mine = Challenge['mine'];
export type Button = Mine['button'];

/** Where I stand by this device. */
export interface Here {
  button: Button;
  today: string;
  days: Mine['days'];
  streak: number;
  total: number;
}

/** The clock of a zone; undefined where this engine cannot tell, and the cloud's word has to do. */
export function clockOf(zone: string): WallClock | undefined {
  if (zone === deviceZone()) return (instant) => instant - new Date(instant).getTimezoneOffset() * MINUTE;
  try {
    wallClock(0, zone);
    return wallClock;
  } catch {
    return undefined;
  }
}

const MARKS: Partial<Record<DayState, Mark>> = { accepted: { checkin: { at: 0, ok: true } }, pending: { checkin: { at: 0 } }, rejected: { checkin: { at: 0, ok: false } }, 'made-up': { madeUpAt: 0 } };

/** The sheet of somebody, found again from what their days show. */
function sheetOf({ days, zone, button, today }: Mine, plan: Plan): Sheet {
  const marks = new Map<number, Mark>();
  for (const { day, state } of days) {
    const mark = MARKS[state];
    if (mark) marks.set(dayNumber(day), { ...mark, ...(mark.checkin ? { checkin: { ...mark.checkin } } : {}) });
  }
  const pauses = days.filter(({ state }) => state === 'paused').map(({ day }) => ({ at: -Infinity, from: dayNumber(day), last: dayNumber(day) }));
  const running = pauses[pauses.length - 1];
  if (running && button === 'paused' && running.from === dayNumber(today)) running.last = Infinity;
  const first = days.find(({ state }) => state !== 'off');
  return { id: '', joined: -Infinity, first: first ? dayNumber(first.day) : Math.max(plan.start, dayNumber(today)), zones: [{ from: -Infinity, zone }], marks, pauses, cardsUsed: 0 };
}

/** The day the button is about: the one whose window is open [C2], else that of the calendar. */
const dayNow = (plan: Plan, wall: number): number => dayAt((day) => plan.on(day).span, wall) ?? wallDay(wall);

const SHUT: Partial<Record<DayState, Button>> = { accepted: 'done', 'made-up': 'done', pending: 'pending', paused: 'paused' };

function buttonAt(sheet: Sheet, plan: Plan, clock: WallClock, now: number): Button {
  const judged = judgeCheckin(sheet, plan, clock, now, now);
  const wall = wallAt(sheet, now, clock);
  if (typeof judged === 'number') {
    if (stateOf(sheet, plan, judged, wall) === 'paused') return 'paused';
    return sheet.marks.get(judged)?.checkin?.ok === false ? 'rejected' : 'ready';
  }
  const day = dayNow(plan, wall);
  if (day < plan.start) return 'not-started';
  if (!isWithin(plan, day)) return 'ended';
  const shut = SHUT[stateOf(sheet, plan, day, wall) ?? 'off'] ?? (judged === 'already-done' ? 'done' : undefined);
  return shut ?? (plan.on(day).isRequired(day) ? 'outside-window' : 'not-today');
}

/** Without a clock of the zone: what the cloud said, and that something was done since. */
function byWord({ button, today, days, streak, total }: Mine, hasDone: boolean): Here {
  return { button: hasDone ? 'done' : button, today, days, streak, total: total + (hasDone ? 1 : 0) };
}

/** Where I stand now, with check-ins that are still to be sent (ms since 1970 UTC, in order). Days before the cloud's today keep what it said of them. */
export function standHere({ mine, rules, state }: Pick<Challenge, 'mine' | 'rules' | 'state'>, unsent: readonly number[], now: number): Here {
  const clock = clockOf(mine.zone);
  if (!mine.joined || state === 'closed' || !clock) return byWord(mine, mine.joined && state !== 'closed' && unsent.length > 0);
  const plan = planOf(rules);
  const sheet = sheetOf(mine, plan);
  for (const made of unsent) applyTo(sheet, plan, clock, { kind: 'checkin', member: '', at: '', doneAt: new Date(made).toISOString() }, now);
  const { standing } = standingOf(sheet, plan, clock, now);
  const said = new Map(mine.days.map((day) => [day.day, day]));
  const days = standing.days.map(({ day, state: found }): Mine['days'][number] => {
    const known = said.get(day);
    const isNew = isDone(found) && !(known && isDone(known.state));
    if (isNew) return { day, state: found, level: 2 };
    return known && day < mine.today ? known : { day, state: found, level: known?.level ?? 0 };
  });
  const states = days.map((one) => one.state);
  return {
    button: buttonAt(sheet, plan, clock, now),
    today: dayText(dayNow(plan, wallAt(sheet, now, clock))),
    days,
    streak: rules.cadence.kind === 'perWeek' ? standing.streak : runsOfDays(states).streak,
    total: states.filter(isDone).length,
  };
}
