import { parseDay } from '../../../civil';
import { minutesOf } from '../../clock';
import type { Constraint } from '../../types';
import { compare } from './compare';
import { bare } from './match';
import { type Mine, NOT_CHECKABLE, PASS, spotOf, textsOf, type Verdict } from './mine';

const NOT_SAID: Verdict = { state: 'unknown', code: 'not-said', fix: 'discuss' };

export const judgeDays = (constraint: Constraint, { facts }: Mine): Verdict => compare(constraint, facts.trip.plan.days.length);
export const judgePeople = (constraint: Constraint, { facts }: Mine): Verdict => compare(constraint, facts.trip.party.size);

export function judgeCity({ type, op, value }: Constraint, { facts: { trip } }: Mine): Verdict {
  const city = type === 'to_city' ? trip.city : trip.fromCity;
  if (city === undefined) return NOT_SAID;
  const name = (text: string): string => bare(text).replace(/市$/, '');
  const same = textsOf(value).some((one) => name(one) === name(city));
  return same === (op !== 'ne') ? { ...PASS, have: city } : { state: 'fail', code: 'differs', have: city, want: textsOf(value).join('、'), fix: 'discuss' };
}

/** The first day; `le`: the last one; a range holds them all. */
export function judgeDate({ op, value }: Constraint, { facts: { trip, dates } }: Mine): Verdict {
  const [first, last] = [dates[0], dates[dates.length - 1]];
  const wanted = textsOf(value).map(parseDay);
  if (first == null || last == null) return NOT_SAID;
  if (wanted.length === 0 || wanted.includes(null)) return NOT_CHECKABLE;
  const [from, to = from] = wanted as [number, number?];
  const holds = { eq: first === from, has: first <= from && from <= last, ne: from < first || from > last, ge: first >= from, le: last <= from, in: first >= from && last <= (to as number) }[op];
  return holds ? PASS : { state: 'fail', code: 'differs', have: trip.start ?? trip.plan.days[0]?.on, want: textsOf(value).join('–'), fix: 'discuss' };
}

/** Reaching the city on the first day: nothing is planned before; by then at the latest is known of a ride, or of one who is seen there. */
export function judgeArrive({ op, value }: Constraint, mine: Mine): Verdict {
  const want = minutesOf(textsOf(value)[0] ?? '');
  const ride = mine.facts.trip.rides?.find(({ direction }) => direction === 'out');
  const first = mine.days[0]?.[0];
  if (Number.isNaN(want)) return NOT_CHECKABLE;
  if (op === 'le') return ride ? atMost(minutesOf(ride.to), want, ride.to, value) : first && first.from <= want ? PASS : NOT_SAID;
  if (op !== 'eq' && op !== 'ge') return NOT_CHECKABLE;
  if (!first || first.from >= want) return { ...PASS, have: first?.stop.from };
  return { state: 'fail', code: 'early', have: first.stop.from, want: String(value), fix: 'move', ...spotOf(first) };
}

/** Leaving the city on the last day: what is planned is over by then. */
export function judgeLeave({ op, value }: Constraint, mine: Mine): Verdict {
  const want = minutesOf(textsOf(value)[0] ?? '');
  const ride = mine.facts.trip.rides?.find(({ direction }) => direction === 'back');
  const day = mine.days[mine.days.length - 1] ?? [];
  const last = day[day.length - 1];
  if (Number.isNaN(want)) return NOT_CHECKABLE;
  if (op === 'ge') return !ride ? PASS : minutesOf(ride.from) >= want ? PASS : { state: 'fail', code: 'early', have: ride.from, want: String(value), fix: 'discuss' };
  if (op !== 'eq' && op !== 'le') return NOT_CHECKABLE;
  if (!last || last.to <= want) return { ...PASS, have: last?.stop.to };
  return { state: 'fail', code: 'late', have: last.stop.to, want: String(value), fix: 'move', ...spotOf(last) };
}

const atMost = (have: number, want: number, shown: string, value: Constraint['value']): Verdict =>
  have <= want ? { ...PASS, have: shown } : { state: 'fail', code: 'late', have: shown, want: String(value), fix: 'discuss' };
