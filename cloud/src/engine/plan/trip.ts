import type { Means } from '@shared/domain/itinerary/types';
import type { Spot } from './city';
import type { Leg } from './legs';
import { isMeal, type StopKind } from './types';

/** A stop of a day that is being planned. A meal without a place keeps its time free. */
export interface Stop {
  kind: StopKind;
  spot?: Spot;
  /** Minutes one stays: at least, and where there is time. */
  least: number;
  best: number;
  /** Means chosen against the usual choice. */
  by?: Means;
}

/** A stop with its times, in minutes since midnight. */
export interface Visit {
  stop: Stop;
  from: number;
  to: number;
  /** From the stop before it that day. */
  leg?: Leg;
  /** Yuan for all. */
  cost: number;
}

export interface Day {
  stops: readonly Stop[];
  visits: readonly Visit[];
  /** From the hotel of the night before; not part of any item's cost. */
  morning?: Leg;
}

export interface Trip {
  days: readonly Day[];
}

export const stopAt = (kind: StopKind, spot: Spot, least = spot.least): Stop => ({ kind, spot, least, best: Math.max(least, spot.best) });
export const freeMeal = (kind: StopKind): Stop => ({ kind, least: 60, best: 60 });

/** Where the night of a day is spent. */
export const nightOf = (day: Day | undefined): Spot | undefined => {
  const last = day?.stops.at(-1);
  return last?.kind === 'hotel' ? last.spot : undefined;
};

export const visitsOf = (trip: Trip): Visit[] => trip.days.flatMap(({ visits }) => visits).filter(({ stop }) => stop.spot);
export const spotsOf = (trip: Trip): Spot[] => trip.days.flatMap(({ stops }) => stops.flatMap(({ spot }) => spot ?? []));

/** Names taken by the trip: nobody wants the same place, nor its branch of the same name, twice. */
export const takenNames = (trip: Trip): Set<string> => new Set(spotsOf(trip).filter(({ place }) => place.type !== 'hotel').map(({ labels }) => labels.name));

/** A trip's places by what they are, counted once for all wishes. */
export interface Tally {
  trip: Trip;
  visits: readonly Visit[];
  sights: readonly Visit[];
  meals: readonly Visit[];
  nights: readonly Visit[];
  cost: number;
}

export function tallyOf(trip: Trip): Tally {
  const tally = { trip, visits: visitsOf(trip), sights: [] as Visit[], meals: [] as Visit[], nights: [] as Visit[], cost: 0 };
  for (const visit of tally.visits) {
    tally.cost += visit.cost;
    (visit.stop.kind === 'attraction' ? tally.sights : isMeal(visit.stop.kind) ? tally.meals : tally.nights).push(visit);
  }
  return tally;
}
