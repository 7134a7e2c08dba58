/* The TIMEX of a recurring gold value, such as P2D, XXXX-WXX-1 or XXXX-WXX-1T20. */

const UNIT_DAYS: Record<string, number> = { Y: 365.25, M: 30.4, W: 7, D: 1 };
const CLOCK_DAYS: Record<string, number> = { H: 1 / 24, M: 1 / 1440 };

/** Days from one occurrence to the next. */
export function setDays(timex: string): number {
  const [, time, count, unit] = /^P(T?)(\d+)([YMWDH])/.exec(timex) ?? [];
  if (count !== undefined && unit !== undefined) return Number(count) * ((time === 'T' ? CLOCK_DAYS : UNIT_DAYS)[unit] ?? 1);
  return timex.startsWith('XXXX-WXX') ? 7 : /^XXXX-XX-XX|^T/.test(timex) ? 1 : timex.startsWith('XXXX-XX') ? 30.4 : 365.25;
}

/** The weekday as RRULE writes it. */
export function setWeekday(timex: string): string | undefined {
  const [, day] = /WXX-(\d)/.exec(timex) ?? [];
  return day === undefined ? undefined : ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'][Number(day) - 1];
}

/** The clock, HH:MM. */
export function setClock(timex: string): string | undefined {
  const [, hour, minute = '00'] = /(?<!P)T(\d\d)(?::(\d\d))?/.exec(timex) ?? [];
  return hour === undefined ? undefined : `${hour}:${minute}`;
}
