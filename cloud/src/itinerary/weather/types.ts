import type { Locale } from '@shared/wire/errors';

/** What a day will be like. Degrees Celsius, millimetres. */
export interface DayWeather {
  /** YYYY-MM-DD. */
  on: string;
  text: string;
  low: number;
  high: number;
  wetMm: number;
}

/** Where, and in which language. */
export interface Spot {
  lat: number;
  lon: number;
  locale: Locale;
}
