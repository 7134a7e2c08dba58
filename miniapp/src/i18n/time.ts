import type { Locale } from './word';

/* Dates without Intl, which mini-program engines do not all have. Everything is in the device's own time zone. */

const two = (n: number): string => (n < 10 ? `0${n}` : String(n));
const WEEKDAYS = { zh: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whole days from `from` to `to` by the calendar, not by hours. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date): number => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
  return Math.round((midnight(to) - midnight(from)) / 86_400_000);
}

/** 09:36 */
export const clockTime = (date: Date): string => `${two(date.getHours())}:${two(date.getMinutes())}`;

/** 11 月 30 日 · 30 Nov; the year is said only when it is not `now`'s. */
export function dayName(date: Date, now: Date, locale: Locale): string {
  const year = date.getFullYear();
  const sameYear = year === now.getFullYear();
  if (locale === 'en') return `${date.getDate()} ${MONTHS[date.getMonth()]}${sameYear ? '' : ` ${year}`}`;
  return `${sameYear ? '' : `${year} 年 `}${date.getMonth() + 1} 月 ${date.getDate()} 日`;
}

/** 今天 · 昨天 · 周六 within the last week, else the day. */
export function nearDay(date: Date, now: Date, locale: Locale): string {
  const days = daysBetween(date, now);
  if (days === 0) return locale === 'zh' ? '今天' : 'Today';
  if (days === 1) return locale === 'zh' ? '昨天' : 'Yesterday';
  if (days > 1 && days < 7) return WEEKDAYS[locale][date.getDay()] as string;
  return dayName(date, now, locale);
}

/** What stands at the right of a row: the time today, else the day in few characters. */
export function rowTime(date: Date, now: Date, locale: Locale): string {
  const days = daysBetween(date, now);
  if (days === 0) return clockTime(date);
  if (days > 0 && days < 7) return nearDay(date, now, locale);
  const year = date.getFullYear();
  return `${year === now.getFullYear() ? '' : `${year}/`}${date.getMonth() + 1}/${date.getDate()}`;
}

/** 今天 09:36 · 11 月 30 日 09:36: a moment in full. */
export const momentName = (date: Date, now: Date, locale: Locale): string => `${nearDay(date, now, locale)} ${clockTime(date)}`;

/** 1 Monday … 7 Sunday. */
export const weekdayName = (weekday: number, locale: Locale): string => WEEKDAYS[locale][weekday % 7] as string;
