import { civilOf, mondayOf, monthIndex, monthStart } from '@shared/domain/civil';

/** The weeks of a month, Monday first, as day numbers; null outside of month or span. Weeks without a day of the span are left out. */
export function weeksOf(month: number, from: number, to: number): (number | null)[][] {
  const first = monthStart(month) ?? 0;
  const next = monthStart(month + 1) ?? first + 31;
  const weeks: (number | null)[][] = [];
  for (let monday = mondayOf(first); monday < next; monday += 7) {
    const week = [0, 1, 2, 3, 4, 5, 6].map((i) => monday + i).map((day) => (day >= Math.max(first, from) && day <= Math.min(next - 1, to) ? day : null));
    if (week.some((day) => day !== null)) weeks.push(week);
  }
  return weeks;
}

export const monthOf = (day: number): number => monthIndex(civilOf(day));
