import type { Base, DayNode } from './base';
import { civilOf, dayOf, HOUR, MINUTE, weekdayOf } from './civil';

/** What comes again. RFC 5545 names; weekdays 1–7 from Monday. */
export interface Rule {
  freq: 'MINUTELY' | 'HOURLY' | 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  weekdays?: readonly number[];
  /** With weekdays in a month: the nth of them, -1 the last. */
  nth?: number;
  /** Days of the month, -1 the last. */
  monthDays?: readonly number[];
  month?: number;
  /** The day itself where RFC 5545 has no words for it: a holiday of the Chinese calendar. */
  day?: DayNode;
}

/** The weekdays from one to another, in the order of the week. */
export function weekdaysBetween(first: number, last: number): number[] {
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, i) => ((first - 1 + i) % 7) + 1).sort((a, b) => a - b);
}

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rule as an RFC 5545 RRULE, with the times of day (milliseconds since midnight, all of one minute) where they are known. */
export function rruleOf({ freq, interval, weekdays, nth, monthDays, month }: Rule, times: readonly number[] = []): string {
  const parts = [`FREQ=${freq}`];
  if (interval !== 1) parts.push(`INTERVAL=${interval}`);
  if (month !== undefined) parts.push(`BYMONTH=${month}`);
  if (monthDays) parts.push(`BYMONTHDAY=${monthDays.join(',')}`);
  if (weekdays) parts.push(`BYDAY=${weekdays.map((day) => `${nth ?? ''}${NAMES[day - 1] as string}`).join(',')}`);
  const [first] = times;
  if (first !== undefined) parts.push(`BYHOUR=${times.map((time) => Math.floor(time / HOUR) % 24).join(',')};BYMINUTE=${Math.floor((first % HOUR) / MINUTE)}`);
  return parts.join(';');
}

const daysInMonth = (year: number, month: number): number => (dayOf(year, month, 31) ? 31 : dayOf(year, month, 30) ? 30 : dayOf(year, month, 29) ? 29 : 28);

function falls(rule: Rule, day: number): boolean {
  const { year, month, day: date } = civilOf(day);
  const length = daysInMonth(year, month);
  if (rule.month !== undefined && rule.month !== month) return false;
  if (rule.monthDays && !rule.monthDays.some((day) => date === (day < 0 ? length + 1 + day : day))) return false;
  if (rule.weekdays && !rule.weekdays.includes(weekdayOf(day))) return false;
  if (rule.nth === undefined) return true;
  return rule.nth < 0 ? date > length - 7 : Math.ceil(date / 7) === rule.nth;
}

/* 29 February comes again within eight years. */
const REACH = 8 * 366 + 1;

/** The first day from `from` on that the rule falls on; null where it never does. */
export function firstDay(rule: Rule, base: Base, from: number): number | null {
  if (rule.day) return rule.day.of({ ...base, today: from, past: false });
  for (let day = from; day < from + REACH; day++) if (falls(rule, day)) return day;
  return null;
}
