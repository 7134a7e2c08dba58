import { MIDNIGHT, minutesOf } from './clock';
import type { OpeningHours, Place } from './types';

/** Minutes since the midnight a day begins with; may reach into the day before or after. */
export type Span = readonly [from: number, to: number];

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** What of a place tells when it is open. */
export type Hours = Pick<Place, 'hours' | 'open' | 'close'>;

/** What is known of the opening of a place, null where nothing is. */
export function knownHours({ hours, open, close }: Hours): readonly OpeningHours[] | null {
  if (hours && hours.length > 0) return hours;
  return open !== undefined && close !== undefined ? [{ days: EVERY_DAY, open, close }] : null;
}

function spanOf({ open, close }: OpeningHours): Span {
  const [from, to] = [minutesOf(open), minutesOf(close)];
  return [from, to <= from ? to + MIDNIGHT : to];
}

/** Spans that touch are one: round the clock has no gap at the hour its hours begin. */
function joined(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a[0] - b[0]);
  const out: Span[] = [];
  for (const [from, to] of sorted) {
    const last = out[out.length - 1];
    if (last && from <= last[1]) out[out.length - 1] = [last[0], Math.max(last[1], to)];
    else out.push([from, to]);
  }
  return out;
}

const before = (weekday: number): number => (weekday === 1 ? 7 : weekday - 1);

/**
 * When a place is open on a weekday (1 = Monday … 7 = Sunday), last night's hours after midnight and tonight's beyond it
 * included; null: nobody knows.
 */
export function openOn(place: Hours, weekday: number): Span[] | null {
  const hours = knownHours(place);
  if (!hours || hours.some((one) => spanOf(one).some(Number.isNaN))) return null;
  const shifted = (of: number, by: number): Span[] => hours.filter(({ days }) => days.includes(of)).map(spanOf).map(([from, to]): Span => [from + by, to + by]);
  const next = weekday === 7 ? 1 : weekday + 1;
  return joined([...shifted(before(weekday), -MIDNIGHT), ...shifted(weekday, 0), ...shifted(next, MIDNIGHT)]).filter(([from, to]) => to > 0 && from < MIDNIGHT);
}

export type Openness = 'open' | 'closed' | 'unknown';

const within = (spans: readonly Span[], from: number, to: number): boolean => spans.some(([open, close]) => open <= from && to <= close);

/** Whether a visit falls within opening hours; on an unknown weekday only what holds on all of them is known. */
export function openFor(place: Hours, weekday: number | null, from: number, to: number): Openness {
  const days = weekday === null ? EVERY_DAY : [weekday];
  const spans = days.map((day) => openOn(place, day));
  if (spans.some((one) => one === null)) return 'unknown';
  const open = spans.filter((one) => within(one ?? [], from, to)).length;
  return open === days.length ? 'open' : open === 0 ? 'closed' : 'unknown';
}
