import type { Spot } from './city';
import { layDay, type Ground } from './timetable';
import { nightOf, type Day, type Stop, type Trip } from './trip';

/** The trip with the stops of one day changed; undefined where they do not fit, or no longer the morning after. */
export function withStops(trip: Trip, day: number, stops: readonly Stop[], ground: Ground): Trip | undefined {
  const laid = layDay(stops, day, nightOf(trip.days[day - 1]), ground);
  if (!laid) return undefined;
  const days = trip.days.with(day, laid);
  const next = days[day + 1];
  if (next && nightOf(laid) !== nightOf(trip.days[day])) {
    const morning = layDay(next.stops, day + 1, nightOf(laid), ground);
    if (!morning) return undefined;
    days[day + 1] = morning;
  }
  return { days };
}

/** The same stops under other circumstances. */
export function relaid(trip: Trip, ground: Ground): Trip | undefined {
  const days: Day[] = [];
  for (const [i, { stops }] of trip.days.entries()) {
    const laid = layDay(stops, i, nightOf(days[i - 1]), ground);
    if (!laid) return undefined;
    days.push(laid);
  }
  return { days };
}

/** Minutes spent on the way in a day. */
export const travelMinutes = ({ visits, morning }: Day): number => visits.reduce((sum, { leg }) => sum + (leg?.minutes ?? 0), morning?.minutes ?? 0);

/** Positions at which a sight may stand: before the hotel. */
export const positionsOf = ({ stops }: Day): number[] => Array.from({ length: stops.length + (stops.at(-1)?.kind === 'hotel' ? 0 : 1) }, (_, i) => i);

/** The change of a day that costs the least travel, out of some. */
export function leastTravel(trip: Trip, day: number, changes: readonly (readonly Stop[])[], ground: Ground): { trip: Trip; added: number } | undefined {
  let best: { trip: Trip; added: number } | undefined;
  const before = travelMinutes(trip.days[day] as Day);
  for (const stops of changes) {
    const changed = withStops(trip, day, stops, ground);
    if (!changed) continue;
    const added = travelMinutes(changed.days[day] as Day) - before;
    if (!best || added < best.added) best = { trip: changed, added };
  }
  return best;
}

/** A day's stops with one more, at each place it may have. */
export const insertions = (day: Day, stop: Stop): Stop[][] => positionsOf(day).map((at) => day.stops.toSpliced(at, 0, stop));

export const isOpenOn = (spot: Spot, day: number): boolean => (spot.windows[day]?.length ?? 0) > 0;
