import type { Goal } from '../goals';
import { costAt, type Spot } from '../city';
import { kmBetween } from '../ground';
import { spotsOf, tallyOf } from '../trip';
import { typeOf } from '../types';
import { addTo, places, replaceAt } from './replace';
import type { Search } from './search';

const CHOICE = 5;
const YUAN_A_KM = 4;

/** The most promising places for a wish: cheap and near what is planned. */
function promising({ wants }: Goal, { trip, agreement: { ground: { city } } }: Search): Spot[] {
  const near = spotsOf(trip);
  const burden = (spot: Spot): number => costAt(spot, city) + YUAN_A_KM * city.party * Math.min(...near.map(({ place }) => kmBetween(place, spot.place)), 50);
  const such = (wants?.each ?? []).flatMap((some) => [...some].map((spot) => ({ spot, value: burden(spot) })).sort((a, b) => a.value - b.value).slice(0, CHOICE));
  return such.map(({ spot }) => spot);
}

const isPlanned = (search: Search, spot: Spot): boolean => spotsOf(search.trip).includes(spot);

function place(search: Search, spot: Spot): boolean {
  const slots = places(search.trip).filter(({ stop }) => typeOf(stop.kind) === spot.place.type);
  return slots.some(({ d, at }) => !search.isSpent && replaceAt(search, d, at, spot)) || search.trip.days.some((_, d) => !search.isSpent && addTo(search, d, spot));
}

/** Takes up wishes for places that the trip does not meet yet, each where it hurts none that weighs more. */
export function serveWishes(search: Search): boolean {
  const unmet = search.goals.filter((goal) => goal.wants && !goal.judge(tallyOf(search.trip)));
  return unmet.map((goal) => promising(goal, search).some((spot) => !isPlanned(search, spot) && place(search, spot))).includes(true);
}

/** Replaces places that a wish does not allow, whatever the wish is. */
export function obeyBars(search: Search): boolean {
  const broken = search.goals.filter((goal) => goal.bars && goal.judge(tallyOf(search.trip)) !== true);
  return broken.map((goal) => obey(search, goal)).includes(true);
}

function obey(search: Search, { bars }: Goal): boolean {
  const wrong = places(search.trip).filter(({ stop }) => stop.spot && bars?.types.includes(stop.spot.place.type) && !bars.allows(stop.spot));
  return wrong
    .map(({ d, at, stop }) => {
      const near = stop.spot as Spot;
      const pool = search.agreement.pools[near.place.type].filter((spot) => bars?.allows(spot));
      const choice = pool.map((spot) => ({ spot, value: kmBetween(spot.place, near.place) })).sort((a, b) => a.value - b.value).slice(0, CHOICE);
      return choice.some(({ spot }) => replaceAt(search, d, at, spot));
    })
    .includes(true);
}
