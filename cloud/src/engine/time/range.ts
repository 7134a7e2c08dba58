import type { Base } from './base';
import { DAY, HOUR } from './civil';
import { MONTH } from './dates';
import { WEEKDAY, weekdayNode, weekdayNumber } from './days';
import { inPart } from './clock';
import { skip, type Hit } from './match';
import { NUM } from './numbers';
import { YEAR } from './year';
import { readWhen, resolve, when, type Resolved, type When } from './when';

/** Two ends in words: 从周一到周三, 6-8 am. */
export interface Range {
  left: When;
  right: When;
}

const LEAD = skip('(?:自从|从|自|由|在|between |from )\\s?');
const TO = skip('\\s?(?:起|开始)?(?:,\\s?)?(?:直到|一直到|到|至|-+|~+|until|till|to|through|thru)\\s?');
const AND = skip('\\s?(?:和|与|跟|及|and)\\s?');
const BETWEEN = skip('\\s?(?:之间|期间|间(?!隔))');
const TAIL = skip('\\s?(?:之间|期间|间(?!隔)|为?止)');
const FROM_THEN = skip('(?:之后|以后|后)\\s?(?:到|至|,|、|和)?\\s?');
const UNTIL_THEN = skip('(?:之前|以前|前)');
const NEXT_DAY = skip('(?:第二天|[次翌]日|隔天)的?\\s?|the next day (?:at )?');
const MONTH_LEAD = skip(`(?:${YEAR})?${MONTH}`);
const SIGN_LEAD = skip('[早晚]');
const OPEN = new RegExp(`(?<number>${NUM})\\s?(?:到|至|-|~|to )\\s?(?=${NUM}\\s?(?<unit>点|时|号|日|月|年|周|am|pm|a\\.m|p\\.m))`, 'y');
const WEEKDAY_SIGN = new RegExp(`${WEEKDAY}(?![点时号日月个:])`, 'y');

/* 五到六点: the first number has the unit of the second. It is read as if that stood there. */
function openLeft(text: string, at: number): { left: Hit<When>; toEnd: number } | null {
  const head = when(text, at);
  const starts = [...new Set([head?.end ?? at, MONTH_LEAD(text, at), SIGN_LEAD(text, at), at])];
  for (const start of starts) {
    OPEN.lastIndex = start;
    const hit = OPEN.exec(text);
    const number = hit?.groups?.['number'];
    if (!hit || number === undefined) continue;
    const written = text.slice(0, start + number.length) + (hit.groups?.['unit'] as string);
    const left = readWhen(written, at);
    if (left?.end === written.length) return { left, toEnd: start + hit[0].length };
  }
  return null;
}

/** 第二天凌晨一点 after 晚上十点: the hours alone say that it is the next day. */
function overnight(text: string, at: number, left: When): Hit<When> | null {
  const next = NEXT_DAY(text, at);
  const right = next > at && left.clock ? when(text, next) : null;
  const clock = right?.value.day ? undefined : right?.value.clock;
  return clock && left.clock && clock.ms <= left.clock.ms ? right : null;
}

function rightAt(text: string, at: number, left: When): Hit<When> | null {
  const early = overnight(text, at, left);
  if (early) return early;
  const right = when(text, at);
  if (right) return right;
  WEEKDAY_SIGN.lastIndex = at;
  const sign = left.day && !left.clock ? WEEKDAY_SIGN.exec(text)?.[0] : undefined;
  return sign !== undefined && /(?:周|星期|礼拜).到|(?:周|星期|礼拜).[至~-]/.test(text.slice(at - 5, at)) ? { end: at + sign.length, value: { day: weekdayNode(weekdayNumber(sign)) } } : null;
}

function joined(text: string, at: number, left: Hit<When>): Hit<Range> | null {
  const to = TO(text, left.end);
  if (to > left.end) {
    const right = rightAt(text, to, left.value);
    return right && { end: right.end, value: { left: left.value, right: right.value } };
  }
  const and = AND(text, left.end);
  const right = and > left.end ? when(text, and) : null;
  const end = right && BETWEEN(text, right.end);
  if (right && end !== null && (end > right.end || text.startsWith('between', at))) return { end, value: { left: left.value, right: right.value } };
  const after = FROM_THEN(text, left.end);
  const before = after > left.end ? when(text, after) : null;
  const until = before && UNTIL_THEN(text, before.end);
  return before && until !== null && until > before.end ? { end: until, value: { left: left.value, right: before.value } } : null;
}

/** Two ends at a position, 从 and 之间 included. */
export function range(text: string, at: number): Hit<Range> | null {
  const start = LEAD(text, at);
  const open = openLeft(text, start);
  const right = open && rightAt(text, open.toEnd, open.left.value);
  const left = open ? null : when(text, start);
  const hit = open && right ? { end: right.end, value: { left: open.left.value, right: right.value } } : left && joined(text, at, left);
  if (!hit) return null;
  const end = TAIL(text, hit.end);
  // 在 belongs to 在…之间 only
  return text[at] === '在' && end === hit.end && !/间$/.test(text.slice(at, end)) ? null : { end, value: hit.value };
}

const clockHour = ({ clock }: When): number => (clock ? clock.ms / HOUR : 0);

/* 下午两点到四点, 2点到下午4点: the half of the day is said once. 8点到下午5点 needs no help. */
function withHalves({ left, right }: Range): Range {
  const { clock: a, part: first } = left;
  const { clock: b, part: second } = right;
  if (a && b && first && !second && b.bare && !right.day) {
    const same = inPart(b, first);
    return { left, right: { ...right, clock: same.ms > a.ms ? same : { ...b, bare: false } } };
  }
  if (a && b && a.bare && second && !first && !left.day) {
    const same = inPart(a, second);
    return same.ms < b.ms && clockHour(left) <= 6 && second.half === 'pm' ? { left: { ...left, clock: same }, right } : { left, right };
  }
  return { left, right };
}

/* The later half of the day where the earlier is over: from now (16:12) to 8点 is 20:00. */
function clockAfter(start: number, end: Resolved, bare: boolean): number {
  if (end.to > start) return end.to;
  return bare && end.to + 12 * HOUR > start ? end.to + 12 * HOUR : end.to + DAY;
}

/* Years are counted like points, 2016 to 2018 is two; the other end of days and months belongs to the range. */
const endOf = (right: When, found: Resolved): number => (right.period?.unit === 'year' ? found.from : found.to);

function between({ left, right }: Range, base: Base): [Resolved, number] | null {
  const from = resolve(left, base);
  if (!from) return null;
  const anchor = Math.floor(from.from / DAY);
  const found = resolve(right, { ...base, anchor });
  if (!found) return null;
  const to = found.dayOpen && right.clock ? clockAfter(from.from, found, right.clock.bare) : endOf(right, found);
  return to < from.from ? null : [from, to];
}

const hasOpenDate = (range: Range): boolean => Boolean(range.left.day ?? range.left.period);

/**
 * The wall times of a range, from its first moment to the end of its last; null where it has none. Of two readings of
 * open dates the one that is under way now is taken: 四月到十月 said in July is this year's.
 */
export function resolveRange(words: Range, base: Base): { from: number; to: number; dayOpen: boolean } | null {
  const range = withHalves(words);
  if (hasOpenDate(range)) {
    const last = between(range, { ...base, past: true });
    if (last && last[0].from <= base.now && last[1] > base.now) return { from: last[0].from, to: last[1], dayOpen: false };
  }
  const next = between(range, base);
  return next && { from: next[0].from, to: next[1], dayOpen: next[0].dayOpen && !(range.right.day ?? range.right.period) };
}
