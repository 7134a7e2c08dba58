import { dayOf, DAY, HOUR } from './civil';

/** Solar terms people make dates with, and the longitude of the sun in degrees at which each begins. Names that are mostly weather (大雪, 雨水) are left out. */
const TERMS: Record<string, number> = {
  小寒: 285, 大寒: 300, 立春: 315, 惊蛰: 345, 春分: 0, 清明: 15, 立夏: 45, 芒种: 75, 夏至: 90, 小暑: 105, 大暑: 120, 立秋: 135, 处暑: 150, 秋分: 180, 霜降: 210, 立冬: 225, 冬至: 270,
};

export const TERM_NAMES = Object.keys(TERMS);

const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Apparent longitude of the sun, to a hundredth of a degree (Meeus, Astronomical Algorithms, ch. 25): a quarter of an hour. */
function sunAt(day: number): number {
  const t = (day - 10957.5) / 36525;
  const anomaly = rad(357.52911 + 35999.05029 * t);
  const centre = (1.914602 - 0.004817 * t) * Math.sin(anomaly) + 0.019993 * Math.sin(2 * anomaly) + 0.000289 * Math.sin(3 * anomaly);
  const longitude = 280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * Math.sin(rad(125.04 - 1934.136 * t));
  return ((longitude % 360) + 360) % 360;
}

/** The day a solar term falls on in a year, by the clocks of China. */
export function termDay(name: string, year: number): number | null {
  const degrees = TERMS[name];
  const newYear = dayOf(year, 1, 1);
  if (degrees === undefined || newYear === null) return null;
  let at = newYear + ((((degrees - 280) % 360) + 360) % 360) * 1.0146;
  for (let i = 0; i < 4; i++) at += (((degrees - sunAt(at) + 540) % 360) - 180) * 1.0146;
  return Math.floor(at + (8 * HOUR) / DAY);
}
