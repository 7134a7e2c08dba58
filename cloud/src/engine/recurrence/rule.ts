import { civilOf, DAY, HOUR, MINUTE, mondayOf, monthIndex, monthStart, weekdayOf } from '../time/civil';

/** What the engine reads out of words and a reminder may repeat by: a part of RFC 5545. Oftener than daily is left out: nobody wants that in a group. */
export interface Rule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  month?: number;
  /** -1 is the last day of the month. */
  monthDay?: number;
  /** Weekdays 1–7 from Monday; `nth` of them in the month, -1 the last. */
  days?: { weekday: number; nth?: number }[];
  /** Milliseconds since midnight. */
  clock?: number;
}

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FREQS = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

function whole(text: string | undefined, min: number, max: number): number | undefined {
  const number = Number(text);
  return text !== undefined && /^-?\d+$/.test(text) && number >= min && number <= max ? number : undefined;
}

function dayIn(text: string): { weekday: number; nth?: number } | undefined {
  const hit = /^(-?\d)?([A-Z]{2})$/.exec(text);
  const weekday = NAMES.indexOf(hit?.[2] ?? '') + 1;
  if (!hit || weekday === 0) return undefined;
  return hit[1] === undefined ? { weekday } : { weekday, nth: Number(hit[1]) };
}

const KNOWN = new Set(['FREQ', 'INTERVAL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYHOUR', 'BYMINUTE']);

/** Reads an RRULE; null where it holds what this does not understand, so that nothing is repeated otherwise than it says. */
export function readRule(text: string): Rule | null {
  const fields = new Map(text.split(';').map((part) => part.split('=') as [string, string | undefined]));
  const freq = FREQS.find((name) => name === fields.get('FREQ'));
  const has = (name: string): boolean => fields.has(name);
  const number = (name: string, min: number, max: number): number | undefined => whole(fields.get(name), min, max);
  const interval = has('INTERVAL') ? number('INTERVAL', 1, 99) : 1;
  const days = has('BYDAY') ? fields.get('BYDAY')?.split(',').map(dayIn) : [];
  const [month, monthDay, hour, minute] = [number('BYMONTH', 1, 12), number('BYMONTHDAY', -1, 31), number('BYHOUR', 0, 23), number('BYMINUTE', 0, 59)];
  const unread = (has('BYMONTH') && !month) || (has('BYMONTHDAY') && !monthDay) || (has('BYHOUR') && hour === undefined) || (has('BYMINUTE') && minute === undefined);
  if (!freq || !interval || !days || days.includes(undefined) || unread || [...fields.keys()].some((name) => !KNOWN.has(name))) return null;
  return {
    freq,
    interval,
    ...(month ? { month } : {}),
    ...(monthDay ? { monthDay } : {}),
    ...(days.length > 0 ? { days: days as { weekday: number; nth?: number }[] } : {}),
    ...(hour === undefined ? {} : { clock: hour * HOUR + (minute ?? 0) * MINUTE }),
  };
}

const monthLength = (day: number): number => {
  const index = monthIndex(civilOf(day));
  return (monthStart(index + 1) ?? day) - (monthStart(index) ?? day);
};

function fallsOnWeekday(day: number, { weekday, nth }: { weekday: number; nth?: number }): boolean {
  if (weekdayOf(day) !== weekday) return false;
  if (nth === undefined) return true;
  const date = civilOf(day).day;
  return nth > 0 ? Math.ceil(date / 7) === nth : Math.ceil((monthLength(day) - date + 1) / 7) === -nth;
}

/** How many periods of the rule lie between two days. */
function periodsBetween(freq: Rule['freq'], start: number, day: number): number {
  const [a, b] = [civilOf(start), civilOf(day)];
  if (freq === 'DAILY') return day - start;
  if (freq === 'WEEKLY') return (mondayOf(day) - mondayOf(start)) / 7;
  return freq === 'MONTHLY' ? monthIndex(b) - monthIndex(a) : b.year - a.year;
}

/** Whether a rule that began on a day falls on another one. What it does not say it takes from its beginning. */
export function falls({ freq, interval, month, monthDay, days }: Rule, start: number, day: number): boolean {
  if (day < start || periodsBetween(freq, start, day) % interval !== 0) return false;
  const [first, date] = [civilOf(start), civilOf(day)];
  if (month !== undefined ? date.month !== month : freq === 'YEARLY' && date.month !== first.month) return false;
  if (monthDay !== undefined && date.day !== (monthDay < 0 ? monthLength(day) : monthDay)) return false;
  if (days) return days.some((one) => fallsOnWeekday(day, one));
  if (monthDay !== undefined || freq === 'DAILY') return true;
  return freq === 'WEEKLY' ? weekdayOf(day) === weekdayOf(start) : date.day === first.day;
}

export const wallDay = (wall: number): number => Math.floor(wall / DAY);
