import { config } from '../config';
import { time } from '../engine/time';
import { isoOf, wallOf } from '../engine/time/zone';

/** From when to when, in milliseconds; a moment begins and ends at once. */
export interface Span {
  from: number;
  to: number;
}

/** The moments and stretches of time some words speak of, read as of when they were said, in order. */
export function spansIn(text: string, saidAt: Date): Span[] {
  const zone = config().TIME_ZONE;
  const { items } = time({ text, now: isoOf(wallOf(saidAt.toISOString(), zone), zone), zone });
  return items.flatMap(({ kind, from, to }) => {
    const [start, end] = [from ?? to, to ?? from];
    return (kind === 'point' || kind === 'range') && start && end ? [{ from: Date.parse(start), to: Date.parse(end) }] : [];
  });
}
