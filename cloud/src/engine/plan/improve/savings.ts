import { costAt, type Spot } from '../city';
import { kmBetween, type Point } from '../ground';
import { legOf, type Travel } from '../legs';
import { withStops } from '../change';
import { MEANS } from '@shared/domain/itinerary/types';
import { spotsOf } from '../trip';
import { typeOf } from '../types';
import { dropAt, places, replaceAt, type Place } from './replace';
import type { Search } from './search';

const CHOICE = 10;

/* Of two ways that cost the same the shorter is rather kept. */
const YUAN_A_KM = 0.5;

function fareBetween(a: Point, b: Point, travel: Travel): number {
  const km = kmBetween(a, b);
  return legOf(km, travel).cost + YUAN_A_KM * km;
}

const isOver = ({ score }: Search): boolean => (score[3] as number) < 0;

/** Wishes for a place that nothing but this stop serves. */
function servedBy({ goals, trip }: Search, spot: Spot): readonly ReadonlySet<Spot>[] {
  const others = spotsOf(trip).filter((other) => other !== spot);
  return goals.flatMap(({ wants }) => (wants?.each ?? []).filter((some) => some.has(spot) && !others.some((other) => some.has(other))));
}

/** Cheaper places for a stop, those that save most first; ways count by their length. `isCareful`: only such as serve the same wishes. */
function cheaper(search: Search, { d, at, stop }: Place, isCareful: boolean): Spot[] {
  const { trip, agreement: { pools, ground: { city, travel } } } = search;
  if (!stop.spot) return [];
  const stops = trip.days[d]?.stops ?? [];
  const near = [stops[at - 1]?.spot, stops[at + 1]?.spot].flatMap((spot) => spot ?? []);
  const burden = (spot: Spot): number => near.reduce((sum, { place }) => sum + fareBetween(place, spot.place, travel), costAt(spot, city));
  const now = burden(stop.spot);
  const served = isCareful ? servedBy(search, stop.spot) : [];
  return pools[typeOf(stop.kind)]
    .filter((spot) => served.every((some) => some.has(spot)))
    .map((spot) => ({ spot, value: burden(spot) }))
    .filter(({ value }) => value < now)
    .sort((a, b) => a.value - b.value)
    .slice(0, CHOICE)
    .map(({ spot }) => spot);
}

/** All nights in one cheaper hotel: one night elsewhere often costs more on the way than it saves. */
function moveHouse(search: Search, isCareful: boolean): void {
  const nights = places(search.trip).filter(({ stop }) => stop.kind === 'hotel');
  const first = nights[0];
  if (first) for (const spot of cheaper(search, first, isCareful)) for (const { d, at } of nights) if (isOver(search)) replaceAt(search, d, at, spot);
}

function cheaperStops(search: Search, isCareful: boolean): boolean {
  moveHouse(search, isCareful);
  let isChanged = false;
  for (const place of places(search.trip).sort((a, b) => costOf(search, b) - costOf(search, a))) {
    if (!isOver(search) || search.isSpent) break;
    if (search.trip.days[place.d]?.stops[place.at]?.spot !== place.stop.spot) continue;
    for (const spot of cheaper(search, place, isCareful)) isChanged = (isOver(search) && replaceAt(search, place.d, place.at, spot)) || isChanged;
  }
  return isChanged;
}

const carefully = (search: Search): boolean => [cheaperStops(search, true), saveOnWays(search), saveOnSights(search, true)].includes(true);

/** Makes a trip cheaper for as long as a budget is broken, dearest stops first: at no wish's cost while that helps, then at the cost of those that weigh less. */
export function save(search: Search): boolean {
  if (!isOver(search)) return false;
  let isChanged = false;
  while (isOver(search) && !search.isSpent && carefully(search)) isChanged = true;
  return isChanged || cheaperStops(search, false) || saveOnSights(search, false);
}

const costOf = ({ trip }: Search, { d, at }: Place): number => trip.days[d]?.visits[at]?.cost ?? 0;

function saveOnWays(search: Search): boolean {
  const { travel } = search.agreement.ground;
  return places(search.trip)
    .map(({ d, at, stop }) => {
      const km = search.trip.days[d]?.visits[at]?.leg?.km ?? 0;
      const others = MEANS.filter((by) => by !== stop.by && travel.allowed.has(by) && (by !== 'walk' || km <= travel.maxWalkKm));
      return others.some((by) => isOver(search) && search.take(withStops(search.trip, d, (search.trip.days[d]?.stops ?? []).with(at, { ...stop, by }), search.agreement.ground)));
    })
    .includes(true);
}

function saveOnSights(search: Search, isCareful: boolean): boolean {
  return places(search.trip)
    .toReversed()
    .map(({ d, at, stop }) => isOver(search) && !(isCareful && stop.spot && servedBy(search, stop.spot).length > 0) && dropAt(search, d, at))
    .includes(true);
}
