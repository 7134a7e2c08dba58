import type { Place, PlaceType } from '@shared/domain/itinerary/types';
import { weekdayOf } from './clock';
import { knowsHours, windowsOn, type Window } from './hours';
import { labelsOf, type Labels } from './match';
import type { PlanInput } from './types';

/** A place made ready for planning this trip. */
export interface Spot {
  place: Place;
  labels: Labels;
  /** 1 for the first of its list, falling towards 0: what is named first is thought better. */
  rank: number;
  /** Yuan; unknown counts as 0. */
  price: number;
  /** Minutes one should stay, at least and at best. */
  least: number;
  best: number;
  /** By day of the trip. */
  windows: readonly (readonly Window[])[];
  knowsHours: boolean;
}

export interface City {
  days: number;
  party: number;
  rooms: number;
  spots: Record<PlaceType, Spot[]>;
  byId: ReadonlyMap<string, Spot>;
}

const MEAL_MINUTES = { least: 40, best: 60 };
const SIGHT_MINUTES = { least: 30, usual: 60, long: 240, most: 480 };

function staysOf(place: Place): { least: number; best: number } {
  if (place.type !== 'attraction') return MEAL_MINUTES;
  const least = Math.min(SIGHT_MINUTES.most, Math.max(SIGHT_MINUTES.least, Math.round((place.minHours ?? SIGHT_MINUTES.usual / 60) * 60)));
  const most = place.maxHours ? place.maxHours * 60 : least * 2;
  return { least, best: Math.max(least, Math.min(most, SIGHT_MINUTES.long)) };
}

function spotOf(place: Place, rank: number, weekdays: readonly (number | undefined)[]): Spot {
  const windows = weekdays.map((weekday) => windowsOn(place, weekday));
  return { place, labels: labelsOf(place), rank, price: Math.max(0, place.price ?? 0), ...staysOf(place), windows, knowsHours: weekdays.every((weekday) => knowsHours(place, weekday)) };
}

/** How many go: what the wishes say first, else one for each member. */
function partyOf({ members }: PlanInput): number {
  const said = members.flatMap(({ constraints }) => constraints).find(({ type, op, value }) => type === 'people' && op !== 'ne' && Number(value) >= 1);
  return said ? Math.floor(Number(said.value)) : Math.max(1, members.length);
}

export function surveyCity(input: PlanInput): City {
  const weekdays = Array.from({ length: input.days }, (_, day) => weekdayOf(input.start, day));
  const places = [...new Map(input.pois.map((place) => [place.id, place])).values()];
  const ofType = (type: PlaceType): Spot[] => {
    const some = places.filter((place) => place.type === type);
    return some.map((place, i) => spotOf(place, 1 - i / some.length, weekdays));
  };
  const spots = { attraction: ofType('attraction'), restaurant: ofType('restaurant'), hotel: ofType('hotel') };
  const party = partyOf(input);
  const byId = new Map(Object.values(spots).flat().map((spot) => [spot.place.id, spot]));
  return { days: input.days, party, rooms: Math.ceil(party / 2), spots, byId };
}

/** Yuan a place costs them all, the way there aside. */
export const costAt = (spot: Spot, { party, rooms }: City): number => spot.price * (spot.place.type === 'hotel' ? rooms : party);
