import { minutesOf } from '../clock';
import { kmBetween } from '../travel';
import { headsAt, tracksOf, type Stop, type Trip } from '../trip';
import type { Place } from '../types';
import { parseDay, weekdayOf } from '../../civil';

/** A stop with what is looked up for every rule once. */
export interface Visit {
  stop: Stop;
  day: number;
  place: Place | undefined;
  /** Minutes since midnight; NaN for what is no clock. */
  from: number;
  to: number;
  heads: number;
}

export interface Facts {
  trip: Trip;
  days: Visit[][];
  /** By day: the ways through it, one where nobody splits up. */
  tracks: Visit[][][];
  /** 1 = Monday … 7 = Sunday by day, null where the date is not known. */
  weekdays: (number | null)[];
  /** Dates by day, as days since 1970. */
  dates: (number | null)[];
}

/** The legs a stop of a track has: the visit before it that is somewhere known, and how far that is. */
export interface Way {
  before: Visit;
  visit: Visit;
  km: number;
}

export const isMeal = (kind: Stop['kind']): kind is 'breakfast' | 'lunch' | 'dinner' => kind === 'breakfast' || kind === 'lunch' || kind === 'dinner';

/** Legs of one way through a day, between places that are known. */
export const waysOf = (track: readonly Visit[]): Way[] =>
  track.flatMap((visit, i): Way[] => {
    const before = track[i - 1];
    return before?.place && visit.place ? [{ before, visit, km: kmBetween(before.place, visit.place) }] : [];
  });

/** Reads a trip once for all rules. */
export function factsOf(trip: Trip): Facts {
  const places = new Map(trip.places.map((place) => [place.id, place]));
  const first = trip.start === undefined ? null : parseDay(trip.start);
  const dates = trip.plan.days.map(({ on }, i) => (on === undefined ? (first === null ? null : first + i) : parseDay(on)));
  const days = trip.plan.days.map(({ items }, day) =>
    items.map((stop): Visit => ({ stop, day, place: places.get(stop.placeId), from: minutesOf(stop.from), to: minutesOf(stop.to), heads: headsAt(stop, trip.party) })),
  );
  const tracks = days.map((visits) => {
    const byStop = new Map(visits.map((visit) => [visit.stop, visit]));
    return tracksOf(visits.map(({ stop }) => stop), trip.party).map((track) => track.map((stop) => byStop.get(stop) as Visit));
  });
  return { trip, days, tracks, dates, weekdays: dates.map((date) => (date === null ? null : weekdayOf(date))) };
}
