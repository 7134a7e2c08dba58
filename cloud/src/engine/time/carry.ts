import { DAY, HOUR } from './civil';
import { inPart, type Clock, type Part } from './clock';
import type { Base } from './base';
import type { Found, Meaning } from './scan';
import { resolve, type When } from './when';

/* In 周五聚餐，下午三点到，五点走 both clocks are on Friday afternoon. A sentence carries its day and its half of the day on. */
const SENTENCE_END = /[。！？!?;；]/;

/** What a sentence has said so far. */
export interface Carried {
  end: number;
  day?: number;
  part?: Part;
  clock?: Clock;
}

const lastOf = (meaning: Meaning): When | undefined => (meaning.is === 'when' ? meaning.when : meaning.is === 'range' ? meaning.range.right : undefined);
const firstOf = (meaning: Meaning): When | undefined => (meaning.is === 'when' ? meaning.when : meaning.is === 'range' ? meaning.range.left : undefined);

/** What is known when a time begins: nothing after the end of a sentence. */
export const carriedTo = (carried: Carried | undefined, { start }: Found, text: string): Carried | undefined => (carried && !SENTENCE_END.test(text.slice(carried.end, start)) ? carried : undefined);

/** A clock in the half of the day that was spoken of, where that is later than the clock before it. */
export function withPart(meaning: Meaning, carried: Carried | undefined): Meaning {
  if (meaning.is !== 'when' || !carried?.part || !carried.clock) return meaning;
  const { day, period, part, clock } = meaning.when;
  if (day ?? period ?? part ?? !clock?.bare) return meaning;
  const same = inPart(clock, carried.part);
  return same.ms > carried.clock.ms && clock.ms < 12 * HOUR ? { ...meaning, when: { ...meaning.when, clock: same, part: carried.part } } : meaning;
}

/** What is known after a time. */
export function carryOn(carried: Carried | undefined, { end, meaning }: Found, base: Base): Carried {
  const [first, last] = [firstOf(meaning), lastOf(meaning)];
  const named = last?.day ? last : first?.day ? first : undefined;
  const resolved = named ? resolve(named, base) : null;
  const day = resolved ? Math.floor(resolved.from / DAY) : carried?.day;
  const told = [last, first].find((node) => node?.part && node.clock);
  const half = told ? { part: told.part as Part, clock: told.clock as Clock } : { part: carried?.part, clock: carried?.clock };
  return { end, ...(day === undefined ? {} : { day }), ...(half.part && half.clock ? { part: half.part, clock: half.clock } : {}) };
}
