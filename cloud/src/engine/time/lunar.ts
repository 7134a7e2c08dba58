import { moonBefore, newMoon, sunDay, termAt } from './sky';

interface LunarMonth {
  month: number;
  leap: boolean;
  start: number;
}

const WINTER_SOLSTICE = 270;

/** The number of the new moon that begins month 11, the one with the winter solstice, of a year. */
const eleventh = (year: number): number => moonBefore(sunDay(year, WINTER_SOLSTICE) as number);

/* From one month 11 to the next there are twelve months; of thirteen the first without a major solar term is leap. */
function monthsBetween(from: number, to: number): LunarMonth[] {
  const starts = Array.from({ length: to - from + 1 }, (_, i) => newMoon(from + i));
  const leapAt = to - from < 13 ? -1 : starts.findIndex((start, i) => i > 0 && termAt(start) === termAt(starts[i + 1] as number));
  return starts.slice(0, -1).map((start, i) => {
    const count = leapAt >= 0 && i >= leapAt ? i - 1 : i;
    return { month: ((count + 10) % 12) + 1, leap: i === leapAt, start };
  });
}

const years = new Map<number, LunarMonth[]>();
const MOST_YEARS = 400;

/** The months of a Chinese year, from month 1 to 12, and month 13 for the beginning of the next. */
function monthsOf(year: number): LunarMonth[] {
  const known = years.get(year);
  if (known) return known;
  if (years.size >= MOST_YEARS) years.clear();
  const [before, own, after] = [eleventh(year - 1), eleventh(year), eleventh(year + 1)];
  const months = [...monthsBetween(before, own), ...monthsBetween(own, after)];
  const isFirst = ({ month, leap }: LunarMonth): boolean => month === 1 && !leap;
  const first = months.findIndex(isFirst);
  const next = months.findIndex((month, i) => i > first && isFirst(month));
  const found = [...months.slice(first, next), { month: 13, leap: false, start: (months[next] as LunarMonth).start }];
  years.set(year, found);
  return found;
}

/**
 * The day of a date of the Chinese calendar, by the rules in force since 1645. `day` 30 in a month of 29 is its last
 * day, as 大年三十 is said. Null where the year has no such month.
 */
export function lunarDay(year: number, month: number, day: number, leap = false): number | null {
  if (year < 2 || year > 9990) return null;
  const months = monthsOf(year);
  const index = months.findIndex((m) => m.month === month && m.leap === leap);
  const found = months[index];
  const next = months[index + 1];
  return !found || !next || day < 1 || day > 30 ? null : Math.min(found.start + day, next.start) - 1;
}
