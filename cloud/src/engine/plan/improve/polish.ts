import { insertions, withStops } from '../change';
import { mealCandidates } from '../build/meals';
import { sightCandidates } from '../build/sights';
import type { Stop } from '../trip';
import { isMeal } from '../types';
import { addTo, places, replaceAt } from './replace';
import type { Search } from './search';

const CHOICE = 4;

/** Another order of a day's stops: one stop moved, or a stretch turned round. */
function reorder(search: Search, d: number): boolean {
  const { stops } = search.trip.days[d] ?? { stops: [] };
  const movable = stops.at(-1)?.kind === 'hotel' ? stops.length - 1 : stops.length;
  const orders: Stop[][] = [];
  for (let i = 0; i < movable; i++) {
    for (let j = 0; j < movable; j++) {
      if (i !== j) orders.push(stops.toSpliced(i, 1).toSpliced(j, 0, stops[i] as Stop));
      if (j > i + 1) orders.push([...stops.slice(0, i), ...stops.slice(i, j + 1).toReversed(), ...stops.slice(j + 1)]);
    }
  }
  return orders.some((order) => !search.isSpent && search.take(withStops(search.trip, d, order, search.agreement.ground)));
}

/** A sight moved to another day. */
function relocate(search: Search): boolean {
  const { ground } = search.agreement;
  return places(search.trip)
    .filter(({ stop }) => stop.kind === 'attraction')
    .some(({ d, stop }) =>
      search.trip.days.some((day, other) => {
        if (other === d || search.isSpent) return false;
        const without = withStops(search.trip, d, (search.trip.days[d]?.stops ?? []).filter((one) => one !== stop), ground);
        const { by: _, ...moved } = stop;
        return without !== undefined && insertions(day, moved).some((stops) => search.take(withStops(without, other, stops, ground)));
      }),
    );
}

/** A restaurant nearer to the way. */
const nearerMeals = (search: Search): boolean =>
  places(search.trip)
    .filter(({ stop }) => isMeal(stop.kind))
    .map(({ d, at }) => !search.isSpent && mealCandidates(search.trip, d, at, search.agreement, CHOICE).some((spot) => replaceAt(search, d, at, spot)))
    .includes(true);

/** One more sight where a day has time for it. */
const moreSights = (search: Search): boolean =>
  search.trip.days.map((_, d) => sightCandidates(search.trip, d, CHOICE * 2, search.agreement).some((spot) => !search.isSpent && addTo(search, d, spot))).includes(true);

/** Small changes that make a trip pleasanter, until none does. */
export function polish(search: Search): boolean {
  const reordered = search.trip.days.map((_, d) => reorder(search, d)).includes(true);
  return [relocate(search), nearerMeals(search), moreSights(search)].includes(true) || reordered;
}
