import { clockOf } from '../clock';
import { canBe } from '../kinds';
import { openFor, openOn } from '../opening';
import { type Facts, isMeal, type Visit } from './facts';
import type { Finding } from './finding';

/** Places exist and are what they are used for. */
export const places = ({ days }: Facts): Finding[] =>
  days.flat().flatMap(({ stop, place, day }): Finding[] => {
    const at = { rule: 'places', state: 'fail', day, item: stop.id, fix: 'replace' } as const;
    if (!place) return [{ ...at, code: 'no-place' }];
    return canBe(stop.kind, place.type) ? [] : [{ ...at, code: 'wrong-place', have: place.type, want: stop.kind, place: place.name }];
  });

function hoursOf({ stop, place, day, from, to }: Visit, weekday: number | null): Finding[] {
  if (!place || place.type === 'hotel' || stop.kind === 'rest') return [];
  const openness = openFor(place, weekday, from, to);
  if (openness === 'open') return [];
  const at = { rule: 'hours', day, item: stop.id, place: place.name } as const;
  if (openness === 'unknown') return [{ ...at, state: 'unknown', code: 'hours-unknown', fix: 'verify' }];
  if (weekday !== null && place.hours?.length && !place.hours.some(({ days }) => days.includes(weekday))) return [{ ...at, state: 'fail', code: 'closed-day', have: weekday, fix: 'move' }];
  const spans = weekday === null ? [] : (openOn(place, weekday) ?? []);
  return [{ ...at, state: 'fail', code: 'outside-hours', have: `${stop.from}–${stop.to}`, want: spanText(spans) ?? (place.open && place.close ? `${place.open}–${place.close}` : undefined), fix: 'move' }];
}

const spanText = (spans: readonly (readonly [number, number])[]): string | undefined =>
  spans.length === 0 ? undefined : spans.map(([open, close]) => `${clockOf(open)}–${clockOf(close > 24 * 60 ? close - 24 * 60 : close)}`).join(' ');

/** Visits of attractions and restaurants fall inside opening hours of that weekday. */
export const hours = ({ days, weekdays }: Facts): Finding[] => days.flatMap((visits, day) => visits.flatMap((visit) => hoursOf(visit, weekdays[day] ?? null)));

const SHORTEST_STAY = 30;

/** Attractions are stayed at for half an hour or more. */
export const stays = ({ days }: Facts): Finding[] =>
  days.flat().flatMap(({ stop, place, day, from, to }): Finding[] =>
    stop.kind !== 'attraction' || !(to - from < SHORTEST_STAY) ? [] : [{ rule: 'stays', state: 'fail', code: 'short-stay', have: to - from, want: SHORTEST_STAY, day, item: stop.id, place: place?.name, fix: 'move' }],
  );

const WINDOWS = { breakfast: [6 * 60, 9 * 60], lunch: [11 * 60, 14 * 60], dinner: [17 * 60, 20 * 60] } as const;

function mealsOf(track: readonly Visit[]): Finding[] {
  const had = new Set<string>();
  return track.flatMap(({ stop, place, day, from }): Finding[] => {
    if (!isMeal(stop.kind)) return [];
    const [first, last] = WINDOWS[stop.kind];
    const at = { rule: 'meals', state: 'fail', day, item: stop.id, place: place?.name } as const;
    const again = had.has(stop.kind);
    had.add(stop.kind);
    if (again) return [{ ...at, code: 'two-meals', have: stop.kind, fix: 'remove' }];
    return from >= first && from <= last ? [] : [{ ...at, code: 'outside-window', have: stop.from, want: `${clockOf(first)}–${clockOf(last)}`, fix: 'move' }];
  });
}

/** A meal begins in its window, one of each a day. */
export const meals = ({ tracks }: Facts): Finding[] => tracks.flatMap((ways) => ways.flatMap(mealsOf));
