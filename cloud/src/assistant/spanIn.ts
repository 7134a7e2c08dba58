import { config } from '../config';
import { time } from '../engine/time';
import { isoOf, wallOf } from '../engine/time/zone';

/** From when to when, in milliseconds; a moment begins and ends at once. */
export interface Span {
  from: number;
  to: number;
}

/** The first moment or stretch of time some words speak of, read as of when they were said; undefined when they speak of none. */
export function spanIn(text: string, saidAt: Date): Span | undefined {
  const zone = config().TIME_ZONE;
  const { items } = time({ text, now: isoOf(wallOf(saidAt.toISOString(), zone), zone), zone });
  const found = items.find(({ kind }) => kind === 'point' || kind === 'range');
  const from = found?.from ?? found?.to;
  return from === undefined ? undefined : { from: Date.parse(from), to: Date.parse((found?.kind === 'range' && found.to) || from) };
}
