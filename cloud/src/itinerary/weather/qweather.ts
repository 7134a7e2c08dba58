import { SignJWT, importPKCS8 } from 'jose';
import { z } from 'zod';
import { config } from '../../config';
import { nowMs } from '../../infra/clock';
import { NoAnswer } from '../../infra/fetchBytes';
import { getJson } from '../../infra/getJson';
import type { DayWeather, Spot } from './types';

/** How long a token is good for, and how far the clocks may differ. Seconds. */
const TOKEN_LIFE = 900;
const CLOCKS_APART = 30;

const Answer = z.object({ code: z.string(), daily: z.array(z.object({ fxDate: z.string(), tempMin: z.coerce.number(), tempMax: z.coerce.number(), textDay: z.string(), precip: z.coerce.number() })).default([]) });

async function token(): Promise<string> {
  const { QWEATHER_PRIVATE_KEY = '', QWEATHER_KEY_ID = '', QWEATHER_PROJECT = '' } = config();
  const key = await importPKCS8(QWEATHER_PRIVATE_KEY.replaceAll('\\n', '\n'), 'EdDSA');
  const at = Math.floor(nowMs() / 1000) - CLOCKS_APART;
  return new SignJWT({ sub: QWEATHER_PROJECT, iat: at, exp: at + TOKEN_LIFE }).setProtectedHeader({ alg: 'EdDSA', kid: QWEATHER_KEY_ID }).sign(key);
}

/** The next seven days from QWeather. Throws NoAnswer. */
export async function fromQweather({ lat, lon, locale }: Spot): Promise<DayWeather[]> {
  const base = (config().QWEATHER_BASE_URL ?? '').replace(/\/+$/, '');
  const body = await getJson(`${base}/v7/weather/7d?location=${lon.toFixed(2)},${lat.toFixed(2)}&lang=${locale}`, { headers: { authorization: `Bearer ${await token()}` }, timeoutMs: 5000, maxBytes: 256 * 1024 });
  const { data } = Answer.safeParse(body);
  if (data?.code !== '200') throw new NoAnswer(`code ${data?.code ?? 'unknown'}`);
  return data.daily.map(({ fxDate, tempMin, tempMax, textDay, precip }) => ({ on: fxDate, text: textDay, low: tempMin, high: tempMax, wetMm: precip }));
}
