/** Days and wall clocks without a zone. A day is a number of days since 1970-01-01, a wall time milliseconds since then on the clock of the place. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export interface Civil {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
}

/** The day of a date, also in the first century; null where the calendar has no such date. */
export function dayOf(year: number, month: number, day: number): number | null {
  if (year < 1 || year > 9999) return null;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / DAY : null;
}

export function civilOf(day: number): Civil {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

/** Months counted from year 0, so that adding is plain. */
export const monthIndex = ({ year, month }: Civil): number => year * 12 + month - 1;

/** The first day of a month index, null outside the years 1–9999. */
export const monthStart = (index: number): number | null => dayOf(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);

/** The same day some months on, or the last day of a shorter month. */
export function addMonths(day: number, months: number): number | null {
  const date = civilOf(day);
  const index = monthIndex(date) + months;
  const start = monthStart(index);
  const next = monthStart(index + 1);
  return start === null || next === null ? null : Math.min(start + date.day, next) - 1;
}

/** The day written `YYYY-MM-DD`, null where the calendar has no such day. */
export function parseDay(text: string): number | null {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? [];
  return year === undefined ? null : dayOf(Number(year), Number(month), Number(day));
}

export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export const wallDay = (wall: number): number => Math.floor(wall / DAY);
