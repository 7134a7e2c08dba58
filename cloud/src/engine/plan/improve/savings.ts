import { costAt, type Spot } from '../city';
import { kmBetween } from '../ground';
import { withStops } from '../change';
import { MEANS } from '@shared/domain/itinerary/types';
import type { Stop } from '../trip';
import { typeOf } from '../types';
import { dropAt, places, replaceAt } from './replace';
import type { Search } from './search';

const CHOICE = 8;
const FARE_A_KM = 10;

const isOver = ({ score }: Search): boolean => (score[3] as number) < 0;

/** Cheaper places for a stop, those that save most first; ways count by their length. */
function cheaper({ trip, agreement: { pools, ground: { city } } }: Search, d: number, at: number, stop: Stop): Spot[] {
  if (!stop.spot) return [];
  const stops = trip.days[d]?.stops ?? [];
  const near = [stops[at - 1]?.spot, stops[at + 1]?.spot].flatMap((spot) => spot ?? []);
  const burden = (spot: Spot): number => costAt(spot, city) + FARE_A_KM * near.reduce((sum, { place }) => sum + kmBetween(place, spot.place), 0);
  const now = burden(stop.spot);
  return pools[typeOf(stop.kind)]
    .map((spot) => ({ spot, value: burden(spot) }))
    .filter(({ value }) => value < now)
    .sort((a, b) => a.value - b.value)
    .slice(0, CHOICE)
    .map(({ spot }) => spot);
}

/** All nights in one cheaper hotel: one night elsewhere often costs more on the way than it saves. */
function moveHouse(search: Search): void {
  const nights = places(search.trip).filter(({ stop }) => stop.kind === 'hotel');
  const first = nights[0];
  if (first) for (const spot of cheaper(search, first.d, first.at, first.stop)) for (const { d, at } of nights) if (isOver(search)) replaceAt(search, d, at, spot);
}

/** Makes a trip cheaper for as long as a budget is broken, dearest stops first; never at the cost of a wish that weighs more. */
export function save(search: Search): boolean {
  if (!isOver(search)) return false;
  moveHouse(search);
  let isChanged = false;
  const dear = places(search.trip).sort((a, b) => costOf(search, b) - costOf(search, a));
  for (const { d, at, stop } of dear) {
    if (!isOver(search) || search.isSpent) break;
    const now = search.trip.days[d]?.stops[at];
    if (now?.spot !== stop.spot) continue;
    isChanged = cheaper(search, d, at, stop).map((spot) => isOver(search) && replaceAt(search, d, at, spot)).includes(true) || isChanged;
  }
  return saveOnWays(search) || saveOnSights(search) || isChanged;
}

const costOf = ({ trip }: Search, { d, at }: { d: number; at: number }): number => trip.days[d]?.visits[at]?.cost ?? 0;

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

function saveOnSights(search: Search): boolean {
  return places(search.trip)
    .toReversed()
    .map(({ d, at }) => isOver(search) && dropAt(search, d, at))
    .includes(true);
}
