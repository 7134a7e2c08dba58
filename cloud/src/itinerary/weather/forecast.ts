import type { Locale } from '@shared/wire/errors';
import { config } from '../../config';
import { MINUTE } from '../../infra/clock';
import { NoAnswer } from '../../infra/fetchBytes';
import { log } from '../../infra/logger';
import { redis } from '../../infra/redis';
import type { ItineraryDoc } from '../model';
import { fromOpenMeteo } from './openMeteo';
import { fromQweather } from './qweather';
import type { DayWeather, Spot } from './types';

const FRESH = 30 * MINUTE;

/** Days a plan is on, as they will be; none where there is no service, no date or no answer. */
export interface Forecast {
  days: DayWeather[];
  /** Who says so, to be named beside it. */
  source?: string;
}

interface Service {
  source: string;
  ask: (spot: Spot) => Promise<DayWeather[]>;
}

function service(): Service | undefined {
  const { QWEATHER_BASE_URL, OPEN_METEO_URL } = config();
  if (QWEATHER_BASE_URL) return { source: '和风天气', ask: fromQweather };
  return OPEN_METEO_URL ? { source: 'Open-Meteo (CC BY 4.0)', ask: fromOpenMeteo } : undefined;
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

async function asked({ source, ask }: Service, spot: Spot): Promise<DayWeather[]> {
  const key = `weather:${source}:${spot.lat.toFixed(1)},${spot.lon.toFixed(1)}:${spot.locale}`;
  const kept = await redis().get(key);
  if (kept !== null) return JSON.parse(kept) as DayWeather[];
  const days = await ask(spot);
  await redis().set(key, JSON.stringify(days), 'PX', FRESH);
  return days;
}

/** The forecast where a plan goes, for its days. */
export async function forecastFor({ head }: Pick<ItineraryDoc, 'head'>, locale: Locale): Promise<Forecast> {
  const from = service();
  const dates = new Set((head?.days ?? []).flatMap(({ on }) => (on === undefined ? [] : [on])));
  if (!from || !head || head.places.length === 0 || dates.size === 0) return { days: [] };
  const spot = { lat: mean(head.places.map(({ lat }) => lat)), lon: mean(head.places.map(({ lon }) => lon)), locale };
  try {
    return { days: (await asked(from, spot)).filter(({ on }) => dates.has(on)), source: from.source };
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    log().warn({ reason: error.message }, 'the weather service gave no forecast');
    return { days: [] };
  }
}
