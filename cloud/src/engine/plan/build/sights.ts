import type { Agreement } from '../agree';
import { insertions, isOpenOn, leastTravel } from '../change';
import { costAt, type Spot } from '../city';
import { kmBetween } from '../ground';
import { spotsOf, stopAt, takenNames, type Day, type Trip } from '../trip';

const SHORTEST = 30;
const CROWDED_MINUTES = 20;
const LONGEST_CHOICE = 300;
const TRIES = 30;
const SHUNNED = 8;

export const sightsIn = ({ stops }: Day): number => stops.filter(({ kind }) => kind === 'attraction').length;

/** Puts a sight where it costs least travel, days with few sights first; as short a visit as must be. */
export function placeSight(trip: Trip, spot: Spot, { ground, pace }: Agreement): Trip | undefined {
  for (const least of new Set([spot.least, Math.max(SHORTEST, Math.round(spot.least / 2)), SHORTEST])) {
    let best: { trip: Trip; added: number } | undefined;
    for (const [d, day] of trip.days.entries()) {
      if (!isOpenOn(spot, d) || sightsIn(day) >= pace.atMost) continue;
      const one = leastTravel(trip, d, insertions(day, stopAt('attraction', spot, least)), ground);
      const added = one && one.added + sightsIn(day) * CROWDED_MINUTES;
      if (one && (!best || (added as number) < best.added)) best = { trip: one.trip, added: added as number };
    }
    if (best) return best.trip;
  }
  return undefined;
}

/** Wished sights, those with the least freedom first. */
export function placeSights(trip: Trip, musts: readonly Spot[], agreement: Agreement): Trip {
  const freedom = ({ windows, least }: Spot): number => windows.reduce((sum, some) => sum + some.reduce((all, { from, to }) => all + Math.max(0, Math.min(to, 1320) - from - least), 0), 0);
  return [...musts].sort((a, b) => freedom(a) - freedom(b)).reduce((now, spot) => placeSight(now, spot, agreement) ?? now, trip);
}

/** Sights worth adding to a day, best first: liked, near, cheap where money is short. */
export function sightCandidates(trip: Trip, d: number, count: number, { pools, shunned, ceiling, ground: { city } }: Agreement): Spot[] {
  const taken = takenNames(trip);
  const near = spotsOf({ days: [trip.days[d] as Day] });
  const around = near.length > 0 ? near : spotsOf(trip);
  const saving = ceiling === Infinity ? 0.02 : 0.3;
  const worth = (spot: Spot): number => {
    const km = around.length === 0 ? 0 : Math.min(...around.map(({ place }) => kmBetween(place, spot.place)));
    return 12 * spot.rank - (shunned.has(spot) ? SHUNNED : 0) - 2 * km - spot.least / 60 - (saving * costAt(spot, city)) / city.party;
  };
  return pools.attraction
    .filter((spot) => isOpenOn(spot, d) && spot.least <= LONGEST_CHOICE && !taken.has(spot.labels.name))
    .map((spot) => ({ spot, value: worth(spot) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ spot }) => spot);
}

/** One more sight for a day; the same trip where none fits. */
export function addSight(trip: Trip, d: number, agreement: Agreement): Trip {
  const day = trip.days[d] as Day;
  for (const isShort of [false, true]) {
    if (isShort && sightsIn(day) > 0) break;
    for (const spot of sightCandidates(trip, d, TRIES, agreement)) {
      const found = leastTravel(trip, d, insertions(day, stopAt('attraction', spot, isShort ? SHORTEST : spot.least)), agreement.ground);
      if (found) return found.trip;
    }
  }
  return trip;
}
