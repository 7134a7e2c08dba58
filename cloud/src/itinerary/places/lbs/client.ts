import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { config } from '../../../config';
import type { NoAnswer } from '../../../infra/fetchBytes';
import { getJson } from '../../../infra/getJson';
import { endDay, takeOfDay, takeTurn } from './pace';
import { addressOf } from './sign';
import { LbsError, faultOf } from './status';

const TIMEOUT_MS = 5000;
const ANSWER_BYTES = 1024 * 1024;
const TRIES = 2;
const RETRY_PAUSE_MS = 250;

/** A page of a search, at most 20 long. */
export const PAGE = 20;

const Answer = z.object({ status: z.number(), message: z.string().default('') });
const Point = z.object({ lat: z.number(), lng: z.number() });
const Found = z.object({ id: z.string(), title: z.string(), address: z.string().default(''), category: z.string().default(''), location: Point });
const Search = z.object({ count: z.number().default(0), data: z.array(Found).default([]) });
const Geocoded = z.object({ result: z.object({ location: Point }) });

export type LbsPlace = z.infer<typeof Found>;

async function ask(kind: string, path: string, params: Record<string, string>): Promise<unknown> {
  const { LBS_BASE_URL, LBS_KEY = '', LBS_SECRET } = config();
  await takeOfDay(kind);
  await takeTurn();
  const body = await getJson(addressOf(LBS_BASE_URL, path, { ...params, key: LBS_KEY, output: 'json' }, LBS_SECRET), { timeoutMs: TIMEOUT_MS, maxBytes: ANSWER_BYTES }).catch((cause: NoAnswer) => {
    throw new LbsError('away', cause.message, { cause });
  });
  const { data } = Answer.safeParse(body);
  if (!data) throw new LbsError('away', 'an answer of another shape');
  if (data.status !== 0) throw faultOf(data.status, data.message);
  return body;
}

/** One call. What may pass by itself, a lost answer or too many calls at once, is tried once more. Throws LbsError. */
async function call<T extends z.ZodType>(kind: string, path: string, params: Record<string, string>, shape: T): Promise<z.output<T>> {
  for (let tries = 1; ; tries++) {
    try {
      const { data } = shape.safeParse(await ask(kind, path, params));
      if (!data) throw new LbsError('away', 'an answer of another shape');
      return data as z.output<T>;
    } catch (error) {
      if (!(error instanceof LbsError)) throw error;
      if (error.fault === 'quota') await endDay(kind);
      if (tries === TRIES || (error.fault !== 'away' && error.fault !== 'busy')) throw error;
    }
    await pause(RETRY_PAUSE_MS);
  }
}

const orNone = async <T>(found: Promise<T>, none: T): Promise<T> =>
  found.catch((error: unknown) => {
    if (error instanceof LbsError && error.fault === 'empty') return none;
    throw error;
  });

/** One page of what a word finds in a city and nowhere else. GCJ-02. Throws LbsError. */
export const searchIn = (city: string, keyword: string, page: number): Promise<z.infer<typeof Search>> =>
  orNone(call('search', '/place/v1/search', { keyword, boundary: `region(${city},0)`, page_size: String(PAGE), page_index: String(page) }, Search), { count: 0, data: [] });

/** What the beginning of a name may be, in a city. Throws LbsError. */
export const suggestIn = async (city: string, keyword: string): Promise<LbsPlace[]> =>
  (await orNone(call('suggest', '/place/v1/suggestion', { keyword, region: city, region_fix: '1', page_size: String(PAGE), page_index: '1' }, Search), { count: 0, data: [] })).data;

/** Where an address is, GCJ-02; undefined where that is not known. Throws LbsError. */
export async function locate(city: string, address: string): Promise<z.infer<typeof Point> | undefined> {
  const found = await orNone<z.infer<typeof Geocoded> | undefined>(call('geocode', '/geocoder/v1', { address: address.startsWith(city) ? address : `${city}${address}`, region: city }, Geocoded), undefined);
  return found?.result.location;
}
