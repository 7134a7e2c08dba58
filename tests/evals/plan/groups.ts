import type { PlanInput } from '../../../cloud/src/engine/plan';
import { openOn } from '../../../shared/domain/itinerary/opening';
import type { Constraint, Place, PlaceType } from '../../../shared/domain/itinerary/types';
import { type Chance, chanceOf } from './chance';
import { atOdds } from './odds';

/* Random groups of three. A wish is drawn so that alone it can be met: what it names is in the city and open every day it matters. */

const DAYS_OF_WEEK = [1, 2, 3, 4, 5, 6, 7];
const opens = (place: Place, from: number, to: number): boolean => DAYS_OF_WEEK.every((day) => openOn(place, day)?.some(([open, close]) => open <= from && close >= to) ?? false);
/** Open long enough at the hour it would be visited, on any weekday. */
const isVisitable = (place: Place): boolean => place.type === 'hotel' || (place.type === 'attraction' ? opens(place, 10 * 60, 15 * 60) : opens(place, 12 * 60, 13 * 60) || opens(place, 18 * 60, 19 * 60));

const wish = (type: Constraint['type'], op: Constraint['op'], value: Constraint['value']): Constraint => ({ type, op, value });

interface City {
  name: string;
  places: Place[];
}

/** A price that a quarter of the places are below. */
const lowPrice = (places: readonly Place[], type: PlaceType): number => {
  const prices = places.filter((place) => place.type === type && isVisitable(place)).map(({ price = 0 }) => price).sort((a, b) => a - b);
  return Math.ceil(prices[Math.floor(prices.length / 4)] ?? 0);
};

/** A kind or a tag that some places of the sort bear: common ones, so that a group has a choice. */
function somethingOf(places: readonly Place[], type: PlaceType, { oneOf }: Chance): string {
  const { kind, tags = [] } = oneOf(places.filter((place) => place.type === type && isVisitable(place) && (place.kind !== '' || (place.tags?.length ?? 0) > 0)));
  return oneOf([kind, ...tags].filter(Boolean));
}

function wishOf({ places }: City, days: number, chance: Chance): Constraint {
  const { oneOf, roll } = chance;
  const named = (type: PlaceType): string => oneOf(places.filter((place) => place.type === type && isVisitable(place) && (place.price ?? 0) <= 300)).name;
  const draw: (() => Constraint)[] = [
    () => wish('attraction_kind', 'has', somethingOf(places, 'attraction', chance)),
    () => wish('attraction_name', 'has', named('attraction')),
    () => wish('attraction_kind', 'ne', somethingOf(places, 'attraction', chance)),
    () => wish('restaurant_kind', 'has', somethingOf(places, 'restaurant', chance)),
    () => wish('restaurant_name', 'has', named('restaurant')),
    () => wish('hotel_kind', 'has', somethingOf(places, 'hotel', chance)),
    () => wish('hotel_price', 'le', Math.round(lowPrice(places, 'hotel') * (1 + roll()))),
    () => wish('meal_price', 'le', Math.round(lowPrice(places, 'restaurant') * (1 + roll()))),
    () => wish('transport_city', ...oneOf([['has', 'metro'], ['in', ['metro']], ['in', ['taxi']], ['ne', 'taxi'], ['has', 'taxi']] as [Constraint['op'], string | string[]][])),
    () => wish('budget', 'le', 3 * days * (lowPrice(places, 'hotel') + 4 * lowPrice(places, 'restaurant') + 150)),
    () => wish('rest', 'has', oneOf(['late-start', 'early-night'])),
    () => wish('pace', 'eq', 'slow'),
  ];
  const usable = draw.filter((_, i) => days > 1 || (i !== 5 && i !== 6));
  return oneOf(usable)();
}

/** Two to five wishes, none of them about the same thing twice. */
function wishesOf(city: City, days: number, chance: Chance): Constraint[] {
  const wishes = Array.from({ length: 2 + Math.floor(chance.roll() * 4) }, () => wishOf(city, days, chance));
  return wishes.filter(({ type }, i) => wishes.findIndex((other) => other.type === type) === i);
}

const MEMBERS = ['a', 'b', 'c'];

/** What each wishes; where they agree, whatever rules out what one before wished is left out. */
function membersOf(city: City, days: number, agree: boolean, chance: Chance): PlanInput['members'] {
  const said: Constraint[] = [];
  return MEMBERS.map((id) => {
    const constraints = wishesOf(city, days, chance).filter((own) => !agree || !said.some((other) => atOdds(own, other, city.places)));
    said.push(...constraints);
    return { id, constraints };
  });
}

/** So many group cases in a city, the same each time; in those that agree no wish rules another out on the face of it. */
export function groupCases(city: City, count: number, seed: number, agree: boolean): PlanInput[] {
  return Array.from({ length: count }, (_, i) => {
    const chance = chanceOf(seed * 10_007 + i);
    const days = 1 + Math.floor(chance.roll() * 5);
    const start = `2026-11-${String(23 + Math.floor(chance.roll() * 7)).padStart(2, '0')}`;
    return { city: city.name, days, start, members: membersOf(city, days, agree, chance), pois: city.places };
  });
}
