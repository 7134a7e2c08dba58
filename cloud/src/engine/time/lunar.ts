import { dayOf, DAY } from './civil';

/*
 * The Chinese calendar comes from Intl, so no table of ours has to be right for the next hundred years. It answers only
 * "what is this day called"; the starts of the months of a year are found by asking.
 */
const format = new Intl.DateTimeFormat('en-u-ca-chinese-nu-latn', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });

interface LunarMonth {
  month: number;
  leap: boolean;
  start: number;
}

function nameOf(day: number): { month: number; leap: boolean; day: number } {
  const parts = format.formatToParts(day * DAY);
  const value = (type: string): string => parts.find((part) => part.type === type)?.value ?? '';
  return { month: parseInt(value('month'), 10), leap: value('month').endsWith('bis'), day: Number(value('day')) };
}

const nextStart = (start: number): number => (nameOf(start + 29).day === 1 ? start + 29 : start + 30);

function monthsFrom(start: number): LunarMonth[] {
  const months: LunarMonth[] = [];
  for (let at = start; months.length < 14; at = nextStart(at)) {
    const { month, leap } = nameOf(at);
    if (month === 1 && !leap && months.length > 1) return [...months, { month: 13, leap: false, start: at }];
    months.push({ month, leap, start: at });
  }
  return months;
}

const years = new Map<number, LunarMonth[]>();
const MOST_YEARS = 200;

/** The months of the Chinese year that begins in a year, and month 13 for the beginning of the next. */
function monthsOf(year: number): LunarMonth[] {
  const known = years.get(year);
  if (known) return known;
  if (years.size >= MOST_YEARS) years.clear();
  const inside = (dayOf(year, 2, 5) ?? 0) - 30;
  let start = inside - nameOf(inside).day + 1;
  while (nameOf(start).month !== 1 || nameOf(start).leap) start = nextStart(start);
  const months = monthsFrom(start);
  years.set(year, months);
  return months;
}

/** The day of a date of the Chinese calendar. `day` 30 in a month of 29 is its last day, as 大年三十 is said. Null where the year has no such month. */
export function lunarDay(year: number, month: number, day: number, leap = false): number | null {
  if (year < 1 || year > 9998) return null;
  const months = monthsOf(year);
  const index = months.findIndex((m) => m.month === month && m.leap === leap);
  const found = months[index];
  const next = months[index + 1];
  return !found || !next || day < 1 || day > 30 ? null : Math.min(found.start + day, next.start) - 1;
}
