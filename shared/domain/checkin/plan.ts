import { parseDay } from '../civil';
import { requiredDays } from './required';
import type { ChallengeRules } from './types';
import { spanOf, type Span } from './window';

/** The rules as they stand from a day on. */
export interface Terms {
  from: number;
  rules: ChallengeRules;
  /** The last day; Infinity without an end. */
  end: number;
  span: Span;
  isRequired: (day: number) => boolean;
}

/** The rules of a challenge on each of its days, which are numbers since 1970-01-01. */
export interface Plan {
  start: number;
  on(day: number): Terms;
}

/** Rules that take effect on a later day than the challenge's first. */
export interface RulesChange {
  from: string;
  rules: ChallengeRules;
}

/** Throws RangeError where the text is no day of the calendar. */
export function dayNumber(text: string): number {
  const day = parseDay(text);
  if (day === null) throw new RangeError(`${text} is no calendar day`);
  return day;
}

function termsOf(rules: ChallengeRules, from: number, start: number): Terms {
  return { from, rules, end: rules.end === undefined ? Infinity : dayNumber(rules.end), span: spanOf(rules.window), isRequired: requiredDays(rules.cadence, start) };
}

/** `changes` in order of their days. The challenge begins when its first rules say. */
export function planOf(rules: ChallengeRules, changes: readonly RulesChange[] = []): Plan {
  const start = dayNumber(rules.start);
  const first = termsOf(rules, start, start);
  const later = changes.map((change) => termsOf(change.rules, dayNumber(change.from), start)).reverse();
  return { start, on: (day) => later.find(({ from }) => from <= day) ?? first };
}

/** Whether a day lies between the challenge's first and last. */
export const isWithin = ({ start, on }: Plan, day: number): boolean => day >= start && day <= on(day).end;
