import { wantsOf, type Agreement } from '../agree';
import { isOpenOn, leastTravel, withStops } from '../change';
import { costAt, type Spot } from '../city';
import { kmBetween } from '../ground';
import { stopAt, takenNames, type Day, type Stop, type Trip } from '../trip';
import { isMeal, type Meal } from '../types';

const TRIES = 14;
/* Kilometres one goes further for a meal that serves a diet. */
const DIET_KM = 12;
const SHUNNED_KM = 8;
const MOST_TRIES = 80;
/* Open at these minutes, a restaurant serves breakfast. */
const EARLY = { from: 490, to: 530 };

/** The places one comes from and goes to around a stop. */
function neighbours(stops: readonly Stop[], at: number): Spot[] {
  const before = stops.slice(0, at).findLast(({ spot }) => spot)?.spot;
  const after = stops.slice(at + 1).find(({ spot }) => spot)?.spot;
  return [before, after].flatMap((spot) => spot ?? []);
}

/** Restaurants for a meal between two places, best first: on the way, cheap where money is short, wished for. */
export function mealCandidates(trip: Trip, d: number, at: number, { pools, goals, shunned, ceiling, ground: { city } }: Agreement, count: number): Spot[] {
  const near = neighbours(trip.days[d]?.stops ?? [], at);
  const diets = goals.flatMap(({ constraint, wants }) => (constraint.type === 'diet' ? (wants?.each ?? []) : []));
  const liked = wantsOf(goals, 'restaurant').filter(({ size }) => size > 1);
  const taken = takenNames(trip);
  const saving = ceiling === Infinity ? 0.03 : 0.4;
  const worth = (spot: Spot): number => {
    const km = near.reduce((sum, { place }) => sum + kmBetween(place, spot.place), 0);
    return 2 * spot.rank + (liked.some((some) => some.has(spot)) ? 3 : 0) + DIET_KM * diets.filter((some) => some.has(spot)).length - (shunned.has(spot) ? SHUNNED_KM : 0) - 2 * km - (saving * costAt(spot, city)) / city.party;
  };
  return pools.restaurant
    .filter((spot) => isOpenOn(spot, d) && !taken.has(spot.labels.name))
    .map((spot) => ({ spot, value: worth(spot) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, count)
    .map(({ spot }) => spot);
}

const hasMeal = (day: Day | undefined, meal: Meal): boolean => day?.stops.some(({ kind }) => kind === meal) ?? false;

const inFreeMeals = ({ stops }: Day, spot: Spot): Stop[][] => stops.flatMap((stop, i) => (isMeal(stop.kind) && !stop.spot ? [stops.with(i, stopAt(stop.kind, spot))] : []));
const asBreakfast = (day: Day, spot: Spot): Stop[][] => (hasMeal(day, 'breakfast') ? [] : [[stopAt('breakfast', spot), ...day.stops]]);

function placeMeal(trip: Trip, spot: Spot, changes: (day: Day, spot: Spot) => Stop[][], { ground }: Agreement): Trip | undefined {
  const found = trip.days.flatMap((day, d) => (isOpenOn(spot, d) ? (leastTravel(trip, d, changes(day, spot), ground) ?? []) : []));
  return found.length === 0 ? undefined : found.reduce((a, b) => (b.added < a.added ? b : a)).trip;
}

/** Whether a restaurant is open for breakfast. */
export const isEarly = ({ windows }: Spot): boolean => windows.some((some) => some.some(({ from, to }) => from <= EARLY.from && to >= EARLY.to));

/** Wished restaurants: a lunch or dinner where they cost least travel; those for which there is none as one more meal in the morning. */
export function placeMeals(trip: Trip, musts: readonly Spot[], agreement: Agreement): Trip {
  const surplus = Math.max(0, musts.length - 2 * trip.days.length);
  const early = musts.filter(isEarly).slice(0, surplus);
  const ordered = [...early, ...musts.filter((spot) => !early.includes(spot))];
  return ordered.reduce((now, spot, i) => {
    const ways = i < early.length ? [asBreakfast, inFreeMeals] : [inFreeMeals, asBreakfast];
    return ways.reduce<Trip | undefined>((found, way) => found ?? placeMeal(now, spot, way, agreement), undefined) ?? now;
  }, trip);
}

const SHORTEST = 30;
const shortened = (stops: readonly Stop[]): Stop[] => stops.map((stop) => (stop.kind === 'attraction' ? { ...stop, least: SHORTEST } : stop));

/** A restaurant for one meal, if need be with less time for the sights; the same trip where none fits. */
function fillMeal(trip: Trip, d: number, meal: Meal, agreement: Agreement): Trip {
  const { stops } = trip.days[d] as Day;
  const at = stops.findIndex(({ kind, spot }) => kind === meal && !spot);
  if (at < 0) return trip;
  for (const [some, count] of [[stops, TRIES], [shortened(stops), MOST_TRIES]] as const) {
    for (const spot of mealCandidates(trip, d, at, agreement, count)) {
      const filled = withStops(trip, d, some.with(at, stopAt(meal, spot)), agreement.ground);
      if (filled) return filled;
    }
  }
  return trip;
}

/** Restaurants for every meal still free. */
export const fillMeals = (trip: Trip, agreement: Agreement): Trip =>
  trip.days.reduce((now, _, d) => fillMeal(fillMeal(now, d, 'lunch', agreement), d, 'dinner', agreement), trip);
