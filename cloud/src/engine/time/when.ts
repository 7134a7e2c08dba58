import type { Base, DayNode, PeriodNode } from './base';
import { DAY, HOUR } from './civil';
import { clock, inPart, part, shortPart, type Clock, type Part } from './clock';
import { day } from './days';
import { isClock } from './guards';
import { remembered, skip, type Hit, type Parse } from './match';
import { period } from './periods';
import { instant, shiftedDay, stretch, type Instant, type Stretch } from './relative';

/** One moment or stretch in words, unfinished parts open. At least one member is there. */
export interface When {
  day?: DayNode;
  period?: PeriodNode;
  part?: Part;
  clock?: Clock;
  instant?: Instant;
  stretch?: Stretch;
}

const ABOUT = skip('(?:大约|大概|差不多|约莫|约|around |about )?\\s?(?:在|是)?(?:大约|大概|约)?');
const JOIN = skip('(?:\\s?的\\s?|\\s?,\\s?|\\s)?(?:(?:at|in the|on) )?(?:大约|大概|差不多|约)?\\s?');
const BRACKETED = skip('\\s?(?:,\\s?)?[(]?(?:周|星期|礼拜)[一二三四五六日天][)]?');
const OPEN = skip('\\s?[(](?=\\d)');
const T = skip('t(?=\\d\\d:)');
const ON = skip(',? (?:on |in |the )?');
const ABOUT_AFTER = skip('(?:左右|前后|上下)');

interface Time {
  part?: Part;
  clock?: Clock;
}

/* Part and clock; short signs such as 早 count beside a day or right before a clock. */
export function timeAt(text: string, at: number, anchored: boolean): Hit<Time> | null {
  const named = part(text, at) ?? shortPart(text, at);
  const long = part(text, at) !== null;
  if (named) {
    const clockAt = JOIN(text, named.end);
    const hit = clock(text, clockAt);
    // 早一点 is earlier, not one in the morning
    if (hit && isClock(text, clockAt, hit.end, hit.value, long ? 'part' : 'sign')) return { end: hit.end, value: { part: named.value, clock: inPart(hit.value, named.value) } };
    return long || anchored ? { end: named.end, value: { part: named.value } } : null;
  }
  const hit = clock(text, at);
  return hit && isClock(text, at, hit.end, hit.value, anchored ? 'day' : 'none') ? { end: hit.end, value: { clock: hit.value } } : null;
}

/* 12月1日（周二） and 周二（12月1日） are one day; the date decides. */
function bracketed(text: string, at: number, hit: Hit<DayNode>): Hit<When> {
  if (/[号\d]$|(?<!周|星期|礼拜)日$/.test(text.slice(at, hit.end))) return { end: BRACKETED(text, hit.end), value: { day: hit.value } };
  const open = OPEN(text, hit.end);
  const inner = open > hit.end ? day(text, open) : null;
  return inner && text[inner.end] === ')' ? { end: inner.end + 1, value: { day: inner.value } } : { end: hit.end, value: { day: hit.value } };
}

function dayAt(text: string, at: number): Hit<When> | null {
  const named = day(text, at);
  const counted = shiftedDay(text, at);
  const stretchOfDays = period(text, at);
  const best = counted && counted.end > (named?.end ?? 0) ? counted : named;
  if (best && best.end >= (stretchOfDays?.end ?? 0)) {
    return bracketed(text, at, best);
  }
  return stretchOfDays && { end: stretchOfDays.end, value: { period: stretchOfDays.value } };
}

/* English says the clock first: 7pm tomorrow, in the morning of July 5. */
function dayAfter(text: string, hit: Hit<Time>): Hit<When> {
  const at = ON(text, hit.end);
  const found = at > hit.end && /[a-z\d]/.test(text[at] ?? '') ? day(text, at) : null;
  return found ? { end: found.end, value: { ...hit.value, day: found.value } } : hit;
}

const takesTime = ({ day: named, period: stretchOfDays }: When): boolean => named !== undefined || stretchOfDays?.unit === 'weekend';

/** What stands at a position and says when, without 从, 之前 and the like. */
export function readWhen(text: string, at: number): Hit<When> | null {
  const start = ABOUT(text, at);
  if (start > at && /[在是]/.test(text[at] as string)) return null;
  const special = stretch(text, start);
  const moment = instant(text, start);
  const named = dayAt(text, start);
  const longest = Math.max(special?.end ?? 0, moment?.end ?? 0);
  if (longest > (named?.end ?? 0)) return special && special.end === longest ? { end: longest, value: { stretch: special.value } } : { end: longest, value: { instant: (moment as Hit<Instant>).value } };
  if (!named) {
    const time = timeAt(text, start, start > at);
    return time && withAbout(text, dayAfter(text, time));
  }
  if (!takesTime(named.value)) return named;
  const joined = T(text, named.end) > named.end ? T(text, named.end) : JOIN(text, named.end);
  const time = timeAt(text, joined, true);
  return time ? withAbout(text, { end: time.end, value: { ...named.value, ...time.value } }) : named;
}

/** `readWhen` for a text that is looked at from many sides. */
export const when: Parse<When> = remembered(readWhen);

const withAbout = (text: string, hit: Hit<When>): Hit<When> => (hit.value.clock ? { ...hit, end: ABOUT_AFTER(text, hit.end) } : hit);

/** Wall times a When stands for: from and to are the same for a moment. */
export interface Resolved {
  from: number;
  to: number;
  /** The day was not said: it is today, or tomorrow where that is over. */
  dayOpen: boolean;
}

const days = (from: number, to: number): Resolved => ({ from: from * DAY, to: to * DAY, dayOpen: false });

function onDay(node: When, at: number, dayOpen: boolean): Resolved {
  const midnight = at * DAY;
  if (node.clock) return { from: midnight + node.clock.ms, to: midnight + node.clock.ms, dayOpen };
  if (node.part) return { from: midnight + node.part.from * HOUR, to: midnight + node.part.to * HOUR, dayOpen };
  return { ...days(at, at + 1), dayOpen };
}

/** The day a When falls on, null where it has none or it does not exist. */
const dayIn = (node: When, base: Base): number | null | undefined => (node.day ? node.day.of(base) : node.period ? node.period.of(base)?.[0] ?? null : undefined);

/** What a When means against a base; null where there is no such date. */
export function resolve(node: When, base: Base): Resolved | null {
  if (node.instant) {
    const at = node.instant(base);
    return at === null ? null : { from: at, to: at, dayOpen: false };
  }
  const stretched = node.stretch ? node.stretch(base) : undefined;
  if (stretched !== undefined) return stretched && { from: stretched[0], to: stretched[1], dayOpen: false };
  if (node.period && !node.clock && !node.part) {
    const found = node.period.of(base);
    return found && days(found[0], found[1]);
  }
  const at = dayIn(node, base);
  if (at === undefined) return onDay(node, base.anchor ?? base.spoken ?? base.today, base.spoken === undefined);
  return at === null ? null : onDay(node, at, false);
}

/** A resolved time without a day, moved to tomorrow where today's is over. */
export const upcoming = (found: Resolved, { now, past }: Base): Resolved => (found.dayOpen && !past && found.to < now ? { ...found, from: found.from + DAY, to: found.to + DAY } : found);
