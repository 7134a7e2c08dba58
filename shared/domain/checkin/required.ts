import { weekdayOf } from '../civil';
import { ruleDays } from '../recurrence/days';
import { readRule, type Rule } from '../recurrence/rule';
import type { Cadence } from './types';

const YEAR = 366;

/** The days of a rule, looked up a year at a time. */
function daysOfRule(rule: Rule | null, start: number): (day: number) => boolean {
  const known = new Set<number>();
  let until = start - 1;
  return (day) => {
    if (rule && day > until) {
      const to = day + YEAR;
      for (const one of ruleDays(rule, start, until + 1, to)) known.add(one);
      until = to;
    }
    return known.has(day);
  };
}

/** [C4] Whether a day may be checked in at all. A rule that cannot be read has no days. */
export function requiredDays(cadence: Cadence, start: number): (day: number) => boolean {
  switch (cadence.kind) {
    case 'daily':
    case 'perWeek':
      return () => true;
    case 'weekdays':
      return (day) => weekdayOf(day) <= 5;
    case 'rrule':
      return daysOfRule(readRule(cadence.rrule), start);
  }
}
