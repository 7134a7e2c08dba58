import { sunDay } from './sky';

/** Solar terms people make dates with, and the longitude of the sun in degrees at which each begins. Names that are mostly weather (大雪, 雨水) are left out. */
const TERMS: Record<string, number> = {
  小寒: 285, 大寒: 300, 立春: 315, 惊蛰: 345, 春分: 0, 清明: 15, 立夏: 45, 芒种: 75, 夏至: 90, 小暑: 105, 大暑: 120, 立秋: 135, 处暑: 150, 秋分: 180, 霜降: 210, 立冬: 225, 冬至: 270,
};

export const TERM_NAMES = Object.keys(TERMS);

/** The day a solar term falls on in a year, by the clocks of China. */
export const termDay = (name: string, year: number): number | null => {
  const degrees = TERMS[name];
  return degrees === undefined ? null : sunDay(year, degrees);
};
