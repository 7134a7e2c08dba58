/** What words about days are read against. */
export interface Base {
  /** The clock of the place where it was said. */
  now: number;
  today: number;
  /** Dates without a year count from here (the first end of a range), else from today. */
  anchor?: number;
  /** The day the sentence has spoken of: a clock without a day is on it. */
  spoken?: number;
  /** The sentence tells what has been: 周三 is the last one. */
  past: boolean;
}

/** A day that words name. */
export interface DayNode {
  of: (base: Base) => number | null;
}

/** A stretch of whole days that words name: [from, to). */
export interface PeriodNode {
  of: (base: Base) => readonly [number, number] | null;
  /** Names an end (月底): who says before it means before it is over. */
  isEnd?: boolean;
  unit: 'year' | 'month' | 'week' | 'weekend' | 'days';
}

/* A leap day may be eight years off, a leap month of the Chinese calendar more. */
const REACH = 20;

/**
 * The date an unfinished name means: counts years or months from `start` up to the first not before the base, or, where
 * the past is told, down to the last before it.
 */
export function nearest(base: Base, start: number, at: (index: number) => number | null): number | null {
  const from = base.anchor ?? base.today;
  const past = base.past && base.anchor === undefined;
  for (let i = -1; i <= REACH; i++) {
    const day = at(past ? start - i : start + i);
    if (day !== null && (past ? day < from : day >= from)) return day;
  }
  return null;
}
