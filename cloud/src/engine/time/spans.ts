import { nearest, type Base, type PeriodNode } from './base';
import { civilOf, monthStart } from './civil';
import type { YearOf } from './year';

/** Days, [from, to). */
export type Days = readonly [number, number];

/** Whole months from a month index on, narrowed to days of the first where `days` are given. */
export function months(index: number, count = 1, days?: readonly [number, number]): Days | null {
  const start = monthStart(index);
  const end = monthStart(index + count);
  if (start === null || end === null) return null;
  return days ? [start + days[0], Math.min(start + days[1], end)] : [start, end];
}

/** The years a period without a year may be in: up to the first that is not over, or down to the last that has begun. */
function openYear(base: Base, at: (year: number) => Days | null): Days | null {
  const from = civilOf(base.anchor ?? base.today).year;
  const start = nearest(base, from, (year) => {
    const days = at(year);
    // of a month that is under way, its last day decides
    return days === null ? null : base.anchor !== undefined || base.past ? days[0] : days[1] - 1;
  });
  if (start === null) return null;
  const year = civilOf(start).year;
  for (const candidate of [year, year - 1]) {
    const days = at(candidate);
    if (days && days[0] <= start && start < days[1]) return days;
  }
  return null;
}

/** A period of a named year, or of the year it falls in. */
export const inYear = (year: YearOf | undefined, unit: PeriodNode['unit'], at: (year: number) => Days | null): PeriodNode => ({
  unit,
  of: (base) => (year ? at(year(base)) : openYear(base, at)),
});

/** 月底, 年末: the name of an end. */
export const isEnd = (part: string | undefined): boolean => /[底末]$/.test(part ?? '');

/** The first of a row of periods that is not over. */
export function afterToday(base: Base, at: (n: number) => Days | null): Days | null {
  const from = base.anchor ?? base.today;
  const now = at(0);
  return now && now[1] > from ? now : at(1);
}
