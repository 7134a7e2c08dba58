import type { Base } from './base';
import { DAY, HOUR, MINUTE } from './civil';
import { everyRule, hoursOnly } from './every';
import { skip, type Hit } from './match';
import { range, resolveRange, type Range } from './range';
import { firstDay, type Rule } from './rrule';
import { timeAt, type When } from './when';
import type { Clock } from './clock';
import { boundAt, type Bound } from './bounds';

/** A rule with the time of day it is for. */
export interface Recurring {
  rule: Rule;
  time?: When;
  /** Further clocks of the same day: 8点和20点. */
  more?: readonly Clock[];
  /** 前 or 后 behind the clock: any time up to it, or from it on. */
  bound?: Bound;
  window?: Range;
}

const JOIN = skip('\\s?(?:的|都|在|,)?\\s?(?:(?:at|from|in the|between|on) )?');

const isTimeOnly = ({ day, period, instant, stretch }: When): boolean => !(day ?? period ?? instant ?? stretch);

/** What comes again, with its time of day: 每天早上6点到8点, 每周一三五晚上七点, every weekday 6–8 am. */
export function recurring(text: string, at: number): Hit<Recurring> | null {
  const named = everyRule(text, at);
  const found = named ?? hoursOnly(text, at);
  if (!found) return null;
  const start = JOIN(text, found.end);
  const window = range(text, start);
  if (window && isTimeOnly(window.value.left) && isTimeOnly(window.value.right)) return { end: window.end, value: { rule: found.value, window: window.value } };
  if (!named) return null;
  const time = timeAt(text, start, true);
  return time ? withTime(text, found.value, time) : { end: found.end, value: { rule: found.value } };
}

const AND = skip('\\s?(?:和|、|及|与|跟|以及|and )\\s?');

function withTime(text: string, found: Rule, time: Hit<When>): Hit<Recurring> {
  const bound = boundAt(text, time.end, true);
  if (bound) return { end: bound.end, value: { rule: found, time: time.value, bound: bound.value } };
  const more: Clock[] = [];
  let end = time.end;
  for (let next = AND(text, end); next > end; next = AND(text, end)) {
    const hit = timeAt(text, next, true);
    // one rule has one minute for all its hours
    if (!hit?.value.clock || hit.value.clock.ms % HOUR !== (time.value.clock?.ms ?? 0) % HOUR) break;
    more.push(hit.value.clock);
    end = hit.end;
  }
  return { end, value: { rule: found, time: time.value, more } };
}

/** The hours of each day a recurring thing is for, [from, to) in milliseconds since midnight; to is missing for a moment. */
export function hoursOf({ time, window, bound }: Recurring): { from: number; to?: number } | null {
  if (window) {
    const found = resolveRange(window, { now: 0, today: 0, past: false });
    return found && { from: found.from, to: found.to };
  }
  if (time?.clock && bound) return bound === 'before' ? { from: 0, to: time.clock.ms } : { from: time.clock.ms, to: DAY };
  if (time?.clock) return { from: time.clock.ms };
  return time?.part ? { from: time.part.from * HOUR, to: time.part.to * HOUR } : null;
}

/** The clocks an RRULE names: none where the hours are a window, but the end of one that is open before it. */
export function clocksOf(item: Recurring): number[] {
  const hours = hoursOf(item);
  if (!hours) return [];
  if (hours.to !== undefined) return item.bound === 'before' ? [hours.to] : [];
  return [hours.from, ...(item.more ?? []).map(({ ms }) => ms)];
}

const STEPS: Partial<Record<Rule['freq'], number>> = { MINUTELY: MINUTE, HOURLY: HOUR };

/** The first occurrence that is not over, as wall times. */
export function nextOf(item: Recurring, base: Base): { from: number; to?: number } | null {
  const step = STEPS[item.rule.freq];
  if (step !== undefined) return { from: base.now + step * item.rule.interval };
  const hours = hoursOf(item);
  const over = hours !== null && base.today * DAY + (hours.to ?? hours.from) < base.now;
  const day = firstDay(item.rule, base, base.today + (over ? 1 : 0));
  if (day === null) return null;
  // who has until eleven is waited for at eleven
  if (item.bound === 'before' && hours?.to !== undefined) return { from: day * DAY + hours.to };
  return { from: day * DAY + (hours?.from ?? 0), ...(hours?.to === undefined ? {} : { to: day * DAY + hours.to }) };
}
