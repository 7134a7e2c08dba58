import { z } from 'zod';
import type { Locale } from '@shared/wire/errors';
import { config } from '../../config';
import { NoAnswer } from '../../infra/fetchBytes';
import { getJson } from '../../infra/getJson';
import type { DayWeather, Spot } from './types';

const Numbers = z.array(z.number());
const Answer = z.object({ daily: z.object({ time: z.array(z.string()), weather_code: Numbers, temperature_2m_max: Numbers, temperature_2m_min: Numbers, precipitation_sum: Numbers }) });

/* Codes of the World Meteorological Organization, each standing for itself and what follows up to the next. */
const WORDS: readonly (readonly [code: number, words: Record<Locale, string>])[] = [
  [0, { zh: '晴', en: 'Clear' }],
  [1, { zh: '多云', en: 'Partly cloudy' }],
  [3, { zh: '阴', en: 'Overcast' }],
  [45, { zh: '雾', en: 'Fog' }],
  [51, { zh: '毛毛雨', en: 'Drizzle' }],
  [61, { zh: '雨', en: 'Rain' }],
  [71, { zh: '雪', en: 'Snow' }],
  [80, { zh: '阵雨', en: 'Showers' }],
  [85, { zh: '阵雪', en: 'Snow showers' }],
  [95, { zh: '雷雨', en: 'Thunderstorm' }],
];

const wordsOf = (code: number, locale: Locale): string => WORDS.findLast(([from]) => code >= from)?.[1][locale] ?? '';

/** The next sixteen days from an Open-Meteo server. Its public one is for non-commercial use. Throws NoAnswer. */
export async function fromOpenMeteo({ lat, lon, locale }: Spot): Promise<DayWeather[]> {
  const base = (config().OPEN_METEO_URL ?? '').replace(/\/+$/, '');
  const query = `latitude=${lat.toFixed(2)}&longitude=${lon.toFixed(2)}&daily=weather_code,temperature_2m_max,temperature_2m_min,precipitation_sum&timezone=auto&forecast_days=16`;
  const { data } = Answer.safeParse(await getJson(`${base}/v1/forecast?${query}`, { timeoutMs: 5000, maxBytes: 256 * 1024 }));
  if (!data) throw new NoAnswer('an answer of another shape');
  const { time, weather_code: codes, temperature_2m_max: highs, temperature_2m_min: lows, precipitation_sum: wet } = data.daily;
  return time.flatMap((on, i) => {
    const [code, high, low] = [codes[i], highs[i], lows[i]];
    return code === undefined || high === undefined || low === undefined ? [] : [{ on, text: wordsOf(code, locale), low, high, wetMm: wet[i] ?? 0 }];
  });
}
