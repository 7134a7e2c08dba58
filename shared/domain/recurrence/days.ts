import { DAY, addMonths, civilOf, dayOf, monthIndex, monthStart, weekdayOf, type Civil } from '../civil';
import type { Rule } from './rule';

/* Days are numbers since 1970-01-01. A rule is gone through period by period (day, week, month, year): the days of one that it matches, then the positions asked for. */

/** A rule with what it does not say taken from the day it begins with. */
interface Begun {
  rule: Rule;
  start: number;
  first: Civil;
}

function beginAt(rule: Rule, start: number): Begun {
  const first = civilOf(start);
  if (rule.weekdays || rule.monthDays || rule.freq === 'DAILY') return { rule, start, first };
  if (rule.freq === 'WEEKLY') return { rule: { ...rule, weekdays: [{ weekday: weekdayOf(start) }] }, start, first };
  const months = rule.months ?? (rule.freq === 'YEARLY' ? [first.month] : undefined);
  return { rule: { ...rule, monthDays: [first.day], ...(months ? { months } : {}) }, start, first };
}

const weekBegin = (day: number, weekStart: number): number => day - ((weekdayOf(day) - weekStart + 7) % 7);

/** The first day of the nth period counted from the one the rule begins in, and of the period after it. */
function periodAt({ rule: { freq, weekStart }, start, first }: Begun, n: number): [number, number] | null {
  if (freq === 'DAILY') return [start + n, start + n + 1];
  if (freq === 'WEEKLY') return [weekBegin(start, weekStart) + 7 * n, weekBegin(start, weekStart) + 7 * n + 7];
  const from = freq === 'MONTHLY' ? monthStart(monthIndex(first) + n) : dayOf(first.year + n, 1, 1);
  const to = from === null ? null : addMonths(from, freq === 'MONTHLY' ? 1 : 12);
  return from === null || to === null ? null : [from, to];
}

/** Which period a day lies in. */
function periodOf({ rule: { freq, weekStart }, start, first }: Begun, day: number): number {
  if (freq === 'DAILY') return day - start;
  if (freq === 'WEEKLY') return (weekBegin(day, weekStart) - weekBegin(start, weekStart)) / 7;
  const date = civilOf(day);
  return freq === 'MONTHLY' ? monthIndex(date) - monthIndex(first) : date.year - first.year;
}

/** Whether a day is the nth (or nth last) of its weekday between two days, the second excluded. */
function isNth(day: number, nth: number, from: number, to: number): boolean {
  return nth > 0 ? Math.floor((day - from) / 7) + 1 === nth : Math.floor((to - 1 - day) / 7) + 1 === -nth;
}

function matches({ freq, months, monthDays, weekdays }: Rule, day: number): boolean {
  const { year, month, day: date } = civilOf(day);
  if (months && !months.includes(month)) return false;
  const from = day - date + 1;
  const to = addMonths(from, 1) ?? from + 31;
  if (monthDays && !monthDays.some((one) => date === (one > 0 ? one : to - from + one + 1))) return false;
  if (!weekdays) return true;
  const [begin, end] = freq === 'YEARLY' && !months ? [dayOf(year, 1, 1) ?? from, dayOf(year + 1, 1, 1) ?? to] : [from, to];
  return weekdays.some(({ weekday, nth }) => weekday === weekdayOf(day) && (nth === undefined || isNth(day, nth, begin, end)));
}

function daysOfPeriod(begun: Begun, [from, to]: [number, number]): number[] {
  const { rule } = begun;
  const days: number[] = [];
  for (let day = from; day < to; day++) if (matches(rule, day)) days.push(day);
  const chosen = rule.positions?.map((place) => days[place > 0 ? place - 1 : days.length + place]);
  return (chosen ? days.filter((day) => chosen.includes(day)) : days).filter((day) => day >= begun.start);
}

/** Hands over the days of a rule between two days (both included) until told to stop. Whoever counts must begin at the beginning. */
function walk(rule: Rule, start: number, from: number, to: number, take: (day: number) => boolean): void {
  const begun = beginAt(rule, start);
  const { interval, count = Infinity } = rule;
  const skipped = rule.count === undefined && from > start ? Math.floor(periodOf(begun, from) / interval) * interval : 0;
  let seen = 0;
  for (let n = skipped; ; n += interval) {
    const period = periodAt(begun, n);
    if (!period || period[0] > to) return;
    for (const day of daysOfPeriod(begun, period)) {
      if (day > to || ++seen > count || (day >= from && !take(day))) return;
    }
  }
}

/** The day `until` lies on ends the rule here; who knows the time of day looks at it more closely. */
const lastDay = ({ until }: Rule, day: number): number => (until ? Math.min(day, Math.floor(until.at / DAY)) : day);

/** The days a rule that begins with `start` falls on, from one day to another, both included, in order. The beginning itself counts only where the rule matches it. */
export function ruleDays(rule: Rule, start: number, from: number, to: number): number[] {
  const days: number[] = [];
  walk(rule, start, Math.max(from, start), lastDay(rule, to), (day) => days.push(day) > 0);
  return days;
}

/** The first of them, null where there is none. */
export function firstRuleDay(rule: Rule, start: number, from: number, to: number): number | null {
  let first: number | null = null;
  walk(rule, start, Math.max(from, start), lastDay(rule, to), (day) => {
    first = day;
    return false;
  });
  return first;
}
