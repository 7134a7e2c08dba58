import { wantsOf, type Agreement } from '../agree';
import { isOpenOn, leastTravel, withStops } from '../change';
import { costAt, type Spot } from '../city';
import { kmBetween } from '../ground';
import { stopAt, takenNames, type Day, type Stop, type Trip } from '../trip';
import { isMeal, type Meal } from '../types';

const TRIES = 14;

/** The places one comes from and goes to around a stop. */
function neighbours(stops: readonly Stop[], at: number): Spot[] {
  const before = stops.slice(0, at).findLast(({ spot }) => spot)?.spot;
  const after = stops.slice(at + 1).find(({ spot }) => spot)?.spot;
  return [before, after].flatMap((spot) => spot ?? []);
}

/** Restaurants for a meal between two places, best first: on the way, cheap where money is short, wished for. */
export function mealCandidates(trip: Trip, d: number, at: number, { pools, goals, ceiling, ground: { city } }: Agreement, count: number): Spot[] {
  const near = neighbours(trip.days[d]?.stops ?? [], at);
  const liked = wantsOf(goals, 'restaurant').filter(({ size }) => size > 1);
  const taken = takenNames(trip);
  const saving = ceiling === Infinity ? 0.03 : 0.4;
  const worth = (spot: Spot): number => {
    const km = near.reduce((sum, { place }) => sum + kmBetween(place, spot.place), 0);
    return 2 * spot.rank + (liked.some((some) => some.has(spot)) ? 3 : 0) - 2 * km - (saving * costAt(spot, city)) / city.party;
  };
  return pools.restaurant
    .filter((spot) => isOpenOn(spot, d) && !taken.has(spot.labels.name))
    .map((spot) => ({ spot, value: worth(spot) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ spot }) => spot);
}

function mealChanges({ stops }: Day, spot: Spot): Stop[][] {
  return stops.flatMap((stop, i) => (isMeal(stop.kind) && !stop.spot ? [stops.with(i, stopAt(stop.kind, spot))] : []));
}

/** Wished restaurants: a free lunch or dinner where they cost least travel, else one more meal in the morning. */
export function placeMeals(trip: Trip, musts: readonly Spot[], { ground }: Agreement): Trip {
  return musts.reduce((now, spot) => {
    const days = [...now.days.keys()].filter((d) => isOpenOn(spot, d));
    const asMeal = days.flatMap((d) => leastTravel(now, d, mealChanges(now.days[d] as Day, spot), ground) ?? []);
    const asBreakfast = (): typeof asMeal => days.flatMap((d) => (now.days[d]?.stops.some(({ kind }) => kind === 'breakfast') ? [] : (leastTravel(now, d, [[stopAt('breakfast', spot), ...(now.days[d]?.stops ?? [])]], ground) ?? [])));
    const found = asMeal.length > 0 ? asMeal : asBreakfast();
    return found.length === 0 ? now : found.reduce((a, b) => (b.added < a.added ? b : a)).trip;
  }, trip);
}

/** A restaurant for one meal; the same trip where none fits. */
function fillMeal(trip: Trip, d: number, meal: Meal, agreement: Agreement): Trip {
  const { stops } = trip.days[d] as Day;
  const at = stops.findIndex(({ kind, spot }) => kind === meal && !spot);
  if (at < 0) return trip;
  for (const spot of mealCandidates(trip, d, at, agreement, TRIES)) {
    const filled = withStops(trip, d, stops.with(at, stopAt(meal, spot)), agreement.ground);
    if (filled) return filled;
  }
  return trip;
}

/** Restaurants for every meal still free. */
export const fillMeals = (trip: Trip, agreement: Agreement): Trip =>
  trip.days.reduce((now, _, d) => fillMeal(fillMeal(now, d, 'lunch', agreement), d, 'dinner', agreement), trip);
