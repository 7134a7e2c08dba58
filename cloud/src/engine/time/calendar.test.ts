import { civilOf, dayOf, weekdayOf } from './civil';
import { lunarDay } from './lunar';
import { termDay } from './terms';

const shown = (day: number | null): string | null => {
  if (day === null) return null;
  const { year, month, day: date } = civilOf(day);
  return `${year}-${month}-${date}`;
};

describe('the Chinese calendar', () => {
  it.each([
    [2024, 1, 1, '2024-2-10'],
    [2025, 1, 1, '2025-1-29'],
    [2026, 1, 1, '2026-2-17'],
    [2024, 8, 15, '2024-9-17'],
    [2025, 12, 30, '2026-2-16'],
    [2023, 12, 30, '2024-2-9'],
    [2026, 5, 5, '2026-6-19'],
    // the moon is new at 23:56
    [2027, 1, 1, '2027-2-6'],
    [2030, 1, 1, '2030-2-3'],
    [2012, 7, 7, '2012-8-23'],
    [1987, 8, 15, '1987-10-7'],
    [1954, 1, 1, '1954-2-3'],
    [2033, 12, 30, '2034-2-18'],
  ])('%i, month %i day %i', (year, month, day, expected) => expect(shown(lunarDay(year, month, day))).toBe(expected));

  it('knows leap months', () => {
    expect(shown(lunarDay(2025, 6, 1, true))).toBe('2025-7-25');
    expect(lunarDay(2026, 6, 1, true)).toBeNull();
    const leapIn = (year: number): number[] => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].filter((month) => lunarDay(year, month, 1, true) !== null);
    expect([1987, 2012, 2020, 2023, 2028, 2031, 2033].map(leapIn)).toEqual([[6], [4], [4], [2], [5], [3], [11]]);
  });
});

describe('solar terms', () => {
  it.each([
    ['清明', 2024, '2024-4-4'],
    ['清明', 2026, '2026-4-5'],
    ['冬至', 2024, '2024-12-21'],
    ['冬至', 2026, '2026-12-22'],
    ['立春', 2025, '2025-2-3'],
    ['立春', 2026, '2026-2-4'],
    ['夏至', 2025, '2025-6-21'],
    ['立秋', 2025, '2025-8-7'],
    ['小暑', 2016, '2016-7-7'],
    ['清明', 2012, '2012-4-4'],
  ])('%s %i', (name, year, expected) => expect(shown(termDay(name, year))).toBe(expected));
});

describe('days', () => {
  it('exist or not', () => {
    expect(dayOf(2024, 2, 29)).not.toBeNull();
    expect(dayOf(2026, 2, 29)).toBeNull();
    expect(dayOf(367, 1, 1)).not.toBeNull();
  });

  it('have weekdays', () => expect([dayOf(2026, 11, 26), dayOf(1969, 12, 28)].map((day) => weekdayOf(day as number))).toEqual([4, 7]));
});
