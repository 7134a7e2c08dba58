import { civilOf, dayOf, DAY, HOUR, SECOND } from './civil';

/*
 * Where the sun stands and when the moon is new, for the Chinese calendar. Intl knows that calendar too, but computes
 * it so roughly that it puts New Year 2027 a day late (the moon is new at 23:56).
 */

const J2000 = 10957.5;
const CENTURY = 36525;

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
const cos = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);

/** Days by which even time is ahead of the turning earth (Espenak and Meeus; Morrison and Stephenson far from now). */
function delay(at: number): number {
  const { year } = civilOf(Math.floor(at));
  const t = year - 2000;
  const seconds = year >= 1950 && year <= 2150 ? 62.92 + 0.32217 * t + 0.005589 * t * t : -20 + 32 * ((year - 1820) / 100) ** 2;
  return (seconds * SECOND) / DAY;
}

/** Amplitude, phase and speed a century of the terms of the sun's longitude (Bretagnon and Simon, 1986). */
const SUN: readonly (readonly [number, number, number])[] = [
  [403406, 270.54861, 0.9287892], [195207, 340.19128, 35999.1376958], [119433, 63.91854, 35999.4089666], [112392, 331.2622, 35998.7287385], [3891, 317.843, 71998.20261], [2819, 86.631, 71998.4403], [1721, 240.052, 36000.35726],
  [660, 310.26, 71997.4812], [350, 247.23, 32964.4678], [334, 260.87, -19.441], [314, 297.82, 445267.1117], [268, 343.14, 45036.884], [242, 166.79, 3.1008], [234, 81.53, 22518.4434], [158, 3.5, -19.9739], [132, 132.75, 65928.9345],
  [129, 182.95, 9038.0293], [114, 162.03, 3034.7684], [99, 29.8, 33718.148], [93, 266.4, 3034.448], [86, 249.2, -2280.773], [78, 157.6, 29929.992], [72, 257.8, 31556.493], [68, 185.1, 149.588], [64, 69.9, 9037.75],
  [46, 8, 107997.405], [38, 197.1, -4444.176], [37, 250.4, 151.771], [32, 65.3, 67555.316], [29, 162.7, 31556.08], [28, 341.5, -4561.54], [27, 291.6, 107996.706], [27, 98.5, 1221.655], [25, 146.7, 62894.167],
];

/** Apparent longitude of the sun in degrees, at a time in days since 1970 (UTC). */
function longitudeAt(at: number): number {
  const c = (at + delay(at) - J2000) / CENTURY;
  const terms = SUN.reduce((sum, [size, phase, speed]) => sum + size * sin(phase + speed * c), 0);
  const aberration = 0.0000974 * cos(177.63 + 35999.01848 * c) - 0.005575;
  const nutation = -0.004778 * sin(124.9 - 1934.134 * c) - 0.0003667 * sin(201.11 + 72001.5377 * c);
  const longitude = 282.7771834 + 36000.76953744 * c + 0.000005729577951308232 * terms + aberration + nutation;
  return ((longitude % 360) + 360) % 360;
}

const DAYS_PER_DEGREE = 365.2422 / 360;
const CHINA = (8 * HOUR) / DAY;

/** The day, by the clocks of China, in a year on which the sun reaches a longitude. */
export function sunDay(year: number, degrees: number): number | null {
  const start = dayOf(year, 1, 1);
  if (start === null) return null;
  // the sun stands near 280 degrees on New Year's Day
  let at = start + ((((degrees - 280) % 360) + 360) % 360) * DAYS_PER_DEGREE;
  for (let i = 0; i < 4; i++) at += (((((degrees - longitudeAt(at)) % 360) + 540) % 360) - 180) * DAYS_PER_DEGREE;
  return Math.floor(at + CHINA);
}

/** Which of the twelve major terms (multiples of 30 degrees) the sun has reached when a day begins in China. */
export const termAt = (day: number): number => Math.floor(longitudeAt(day - CHINA) / 30);

/** Coefficient, then multiples of the anomalies of sun and moon and of the moon's latitude argument (Meeus, Astronomical Algorithms, ch. 49). */
const MOON: readonly (readonly [number, number, number, number])[] = [
  [-0.4072, 0, 1, 0], [0.17241, 1, 0, 0], [0.01608, 0, 2, 0], [0.01039, 0, 0, 2], [0.00739, -1, 1, 0], [-0.00514, 1, 1, 0], [0.00208, 2, 0, 0], [-0.00111, 0, 1, -2], [-0.00057, 0, 1, 2], [0.00056, 1, 2, 0],
  [-0.00042, 0, 3, 0], [0.00042, 1, 0, 2], [0.00038, 1, 0, -2], [-0.00024, -1, 2, 0], [-0.00007, 2, 1, 0], [0.00004, 0, 2, -2], [0.00004, 3, 0, 0], [0.00003, 1, 1, -2], [0.00003, 0, 2, 2], [-0.00003, 1, 1, 2],
  [0.00003, -1, 1, 2], [-0.00002, -1, 1, -2], [-0.00002, 1, 3, 0], [0.00002, 0, 4, 0],
];

/** Pull of the planets: coefficient, phase, speed a month. */
const PLANETS: readonly (readonly [number, number, number])[] = [
  [0.000325, 299.77, 0.107408], [0.000165, 251.88, 0.016321], [0.000164, 251.83, 26.651886], [0.000126, 349.42, 36.412478], [0.00011, 84.66, 18.206239], [0.000062, 141.74, 53.303771], [0.00006, 207.14, 2.453732],
  [0.000056, 154.84, 7.30686], [0.000047, 34.52, 27.261239], [0.000042, 207.19, 0.121824], [0.00004, 291.34, 1.844379], [0.000037, 161.72, 24.198154], [0.000035, 239.56, 25.513099], [0.000023, 331.55, 3.592518],
];

const MONTH = 29.530588861;
const FIRST_NEW_MOON = 10962.59766;

/** The day in China of the nth new moon since January 2000. */
export function newMoon(n: number): number {
  const t = n / 1236.85;
  const e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const sun = 2.5534 + 29.1053567 * n - 0.0000014 * t * t;
  const moon = 201.5643 + 385.81693528 * n + 0.0107582 * t * t;
  const latitude = 160.7108 + 390.67050284 * n - 0.0016118 * t * t;
  const node = 124.7746 - 1.56375588 * n + 0.0020672 * t * t;
  const terms = MOON.reduce((sum, [size, a, b, c]) => sum + size * e ** Math.abs(a) * sin(a * sun + b * moon + c * latitude), -0.00017 * sin(node));
  const planets = PLANETS.reduce((sum, [size, phase, speed]) => sum + size * sin(phase + speed * n), 0);
  const at = FIRST_NEW_MOON + MONTH * n + 0.00015437 * t * t + terms + planets;
  return Math.floor(at - delay(at) + CHINA);
}

/** The number of the last new moon on or before a day. */
export function moonBefore(day: number): number {
  let n = Math.floor((day - FIRST_NEW_MOON) / MONTH) + 1;
  while (newMoon(n) > day) n--;
  return n;
}
