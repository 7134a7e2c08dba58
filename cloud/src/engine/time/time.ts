import { secondsOf } from './amounts';
import type { Base } from './base';
import { DAY, HOUR, MINUTE } from './civil';
import type { Bound } from './bounds';
import { carriedTo, carryOn, withPart, type Carried } from './carry';
import { foldTimes } from './fold';
import { resolveRange } from './range';
import { clocksOf, hoursOf, nextOf, type Recurring } from './recurring';
import { rruleOf } from './rrule';
import { scan, type Found, type Meaning } from './scan';
import { isPast } from './tense';
import type { TimeInput, TimeItem } from './types';
import { resolve, upcoming, type When } from './when';
import { isoOf, wallOf } from './zone';

/** What an item says, in wall times. */
type Said = Pick<TimeItem, 'kind' | 'seconds' | 'rrule' | 'window'> & { from?: number; to?: number };

function saidWhen(node: When, bound: Bound | undefined, base: Base): Said {
  const resolved = resolve(node, base);
  const kind = bound !== undefined || node.stretch || (node.period && !node.clock) || (node.part && !node.clock) ? 'range' : 'point';
  if (!resolved) return { kind };
  const { from, to } = upcoming(resolved, base);
  if (bound === 'before') return { kind, to: node.period?.isEnd ? to : from };
  if (bound === 'until') return { kind, to };
  if (bound === 'after') return { kind, from };
  const isMoment = kind === 'point' && (node.clock !== undefined || to - from !== DAY);
  return isMoment ? { kind, from } : { kind, from, to };
}

const two = (n: number): string => String(n).padStart(2, '0');
/* The end of the day is 24:00, an hour after it 01:00. */
const clockText = (ms: number): string => (ms === DAY ? '24:00' : `${two(Math.floor(ms / HOUR) % 24)}:${two(Math.floor((ms % HOUR) / MINUTE))}`);

function saidRecurring(item: Recurring, base: Base): Said {
  const hours = hoursOf(item);
  const to = hours?.to;
  return {
    kind: 'recurring',
    ...nextOf(item, base),
    rrule: rruleOf(item.rule, clocksOf(item)),
    ...(hours && to !== undefined ? { window: { from: clockText(hours.from), to: clockText(to) } } : {}),
  };
}

function said(meaning: Meaning, base: Base): Said {
  if (meaning.is === 'amount') return { kind: 'duration', seconds: Math.round(secondsOf(meaning.amount)) };
  if (meaning.is === 'recurring') return saidRecurring(meaning.recurring, base);
  if (meaning.is === 'when') return saidWhen(meaning.when, meaning.bound, base);
  const found = resolveRange(meaning.range, base);
  if (!found) return { kind: 'range' };
  const later = found.dayOpen && found.to < base.now && !base.past ? DAY : 0;
  return { kind: 'range', from: found.from + later, to: found.to + later };
}

const LAST_YEAR = Date.UTC(9999, 11, 31);
const FIRST_YEAR = new Date('0001-01-02T00:00:00Z').getTime();

function written({ from, to, ...rest }: Said, { start, end }: Found, text: string, zone: string): TimeItem {
  const iso = (wall: number | undefined): string | undefined => (wall === undefined || wall < FIRST_YEAR || wall > LAST_YEAR ? undefined : isoOf(wall, zone));
  const item: TimeItem = { text: text.slice(start, end), span: [start, end], kind: rest.kind };
  return Object.assign(item, Object.fromEntries(Object.entries({ from: iso(from), to: iso(to), seconds: rest.seconds, rrule: rest.rrule, window: rest.window }).filter(([, value]) => value !== undefined)));
}

/**
 * The times a text speaks of, in order, none overlapping; Chinese first, English too. Open dates are in the future
 * unless the sentence tells the past. A clock without a part of the day is taken as it is said: 3点 is 03:00.
 */
export function time({ text, now, zone }: TimeInput): { items: TimeItem[] } {
  const folded = foldTimes(text);
  const wall = wallOf(now, zone);
  let carried: Carried | undefined;
  const items = scan(folded).map((found) => {
    carried = carriedTo(carried, found, folded);
    const base: Base = { now: wall, today: Math.floor(wall / DAY), past: isPast(folded, found.start, found.end), ...(carried?.day === undefined ? {} : { spoken: carried.day }) };
    const meaning = withPart(found.meaning, carried);
    carried = carryOn(carried, { ...found, meaning }, base);
    return written(said(meaning, base), found, text, zone);
  });
  return { items };
}
