import type { Agreement } from '../agree';
import type { Spot } from '../city';
import { layDay } from '../timetable';
import { freeMeal, nightOf, stopAt, type Day, type Stop, type Trip } from '../trip';
import { hasRoomFor } from '../frame';
import { fillMeals, isEarly, placeMeals } from './meals';
import { placeMeans } from './means';
import { mustsOf } from './musts';
import { hotelsFor } from './nights';
import { addSight, placeSights, sightsIn } from './sights';

const BREAKFAST_YUAN = 300;

function emptyTrip(agreement: Agreement, nights: readonly (Stop | undefined)[]): Trip {
  const days: Day[] = [];
  for (const [d, night] of nights.entries()) {
    const frame = agreement.ground.frames[d];
    const meals = (['lunch', 'dinner'] as const).filter((kind) => frame && hasRoomFor(kind, frame)).map(freeMeal);
    const options = [[...meals, ...(night ? [night] : [])], night ? [night] : [], []];
    const laid = options.map((stops) => layDay(stops, d, nightOf(days[d - 1]), agreement.ground)).find(Boolean);
    days.push(laid ?? { stops: [], visits: [] });
  }
  return { days };
}

const withSights = (trip: Trip, count: number, agreement: Agreement): Trip =>
  trip.days.reduce((now, day, d) => (sightsIn(day) < count ? addSight(now, d, agreement) : now), trip);

/** Wished restaurants; more than there are lunches and dinners: rather such as serve breakfast. */
function mealMusts(agreement: Agreement, around: readonly Spot[]): Spot[] {
  const musts = mustsOf('restaurant', agreement, around);
  return musts.length <= 2 * agreement.ground.city.days ? musts : mustsOf('restaurant', agreement, around, (spot) => (isEarly(spot) ? BREAKFAST_YUAN : 0));
}

/** A first trip: what is wished for, where it costs least travel; then meals on the way; then more sights while there is time. */
export function build(agreement: Agreement): Trip {
  const sights = mustsOf('attraction', agreement, []);
  const meals = mealMusts(agreement, sights);
  const nights = hotelsFor(agreement, [...sights, ...meals]);
  const empty = emptyTrip(agreement, nights.map((spot) => spot && stopAt('hotel', spot, 10)));
  let trip = placeMeals(placeSights(empty, sights, agreement), meals, agreement);
  trip = fillMeals(withSights(trip, 1, agreement), agreement);
  for (let count = 2; count <= agreement.usualSights; count++) trip = withSights(trip, count, agreement);
  return placeMeans(trip, agreement);
}
