import { LRUCache } from 'lru-cache';
import { MINUTE, nowMs } from '../infra/clock';

/** Longer messages are read for themselves. */
const PIECE = 3;
const KEPT = 12;

const pieces = new LRUCache<string, string[]>({ max: 20_000, ttl: 2 * MINUTE, perf: { now: nowMs } });

/** The short messages somebody sent just before this one, oldest first: a word can be sent sign by sign. This one is remembered. */
export function piecesBefore(place: string, text: string): readonly string[] {
  const before = pieces.get(place) ?? [];
  if ([...text].length > PIECE) pieces.delete(place);
  else pieces.set(place, [...before, text].slice(-KEPT));
  return before;
}
