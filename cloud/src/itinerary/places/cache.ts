import type { Place } from '@shared/wire/itinerary';
import { HOUR, nowMs } from '../../infra/clock';
import { redis } from '../../infra/redis';

/** A map service's data may be kept for hours only: fresh for the first, better than nothing up to the second. */
const FRESH = 6 * HOUR;
const KEPT = 24 * HOUR;

interface Kept {
  at: number;
  places: Place[];
}

const under = new Map<string, Promise<Place[]>>();

/** Of several who ask this node for the same at once, one asks on. */
function askOnce(key: string, ask: () => Promise<Place[]>): Promise<Place[]> {
  const known = under.get(key);
  if (known) return known;
  const asked = ask().finally(() => under.delete(key));
  under.set(key, asked);
  return asked;
}

/** What is kept under a key, or else what `ask` brings; what is old where that fails. */
export async function cached(key: string, ask: () => Promise<Place[]>): Promise<{ places: Place[]; stale: boolean }> {
  const name = `places:${key}`;
  const text = await redis().get(name);
  const kept = text === null ? undefined : (JSON.parse(text) as Kept);
  if (kept && nowMs() - kept.at < FRESH) return { places: kept.places, stale: false };
  try {
    const places = await askOnce(name, ask);
    await redis().set(name, JSON.stringify({ at: nowMs(), places } satisfies Kept), 'PX', KEPT);
    return { places, stale: false };
  } catch (error) {
    if (kept) return { places: kept.places, stale: true };
    throw error;
  }
}
