import { insertions, withStops } from '../change';
import type { Spot } from '../city';
import { spotsOf, stopAt, type Stop, type Trip } from '../trip';
import { typeOf } from '../types';
import type { Search } from './search';

const SHORTEST = 30;

const isTaken = (trip: Trip, spot: Spot, except: Spot | undefined): boolean =>
  spot.place.type !== 'hotel' && spotsOf(trip).some((other) => other !== except && other.labels.name === spot.labels.name);

/** The same kind of stop at another place; means chosen for the way to the old one are forgotten. */
const stopsFor = (stop: Stop, spot: Spot): Stop[] =>
  stop.kind === 'hotel' ? [stopAt('hotel', spot, 10)] : [stopAt(stop.kind, spot), ...(stop.kind === 'attraction' && spot.least > SHORTEST ? [stopAt('attraction', spot, SHORTEST)] : [])];

/** Puts a place where another is, if that is better. */
export function replaceAt(search: Search, d: number, at: number, spot: Spot): boolean {
  const { trip, agreement } = search;
  const day = trip.days[d];
  const stop = day?.stops[at];
  if (!day || !stop || stop.spot === spot || typeOf(stop.kind) !== spot.place.type || isTaken(trip, spot, stop.spot)) return false;
  return stopsFor(stop, spot).some((other) => search.take(withStops(trip, d, day.stops.with(at, other), agreement.ground)));
}

/** Adds a sight to a day, or a restaurant as its breakfast, if that is better. */
export function addTo(search: Search, d: number, spot: Spot): boolean {
  const { trip, agreement } = search;
  const day = trip.days[d];
  if (!day || isTaken(trip, spot, undefined)) return false;
  if (spot.place.type === 'attraction') return [spot.least, SHORTEST].some((least) => insertions(day, stopAt('attraction', spot, least)).some((stops) => search.take(withStops(trip, d, stops, agreement.ground))));
  const canBreakfast = spot.place.type === 'restaurant' && !day.stops.some(({ kind }) => kind === 'breakfast');
  return canBreakfast && search.take(withStops(trip, d, [stopAt('breakfast', spot), ...day.stops], agreement.ground));
}

/** Takes a sight or a breakfast out, if that is better. */
export function dropAt(search: Search, d: number, at: number): boolean {
  const day = search.trip.days[d];
  const kind = day?.stops[at]?.kind;
  return (kind === 'attraction' || kind === 'breakfast') && search.take(withStops(search.trip, d, day?.stops.toSpliced(at, 1) ?? [], search.agreement.ground));
}

export interface Place {
  d: number;
  at: number;
  stop: Stop;
}

/** Every stop of the trip as it was when asked. */
export const places = ({ days }: Trip): Place[] => days.flatMap(({ stops }, d) => stops.map((stop, at) => ({ d, at, stop })));
