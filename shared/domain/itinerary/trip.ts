import type { Constraint, Means, Place, Plan, PlanItem } from './types';

/** How one came from the stop before. Straight-line kilometres; yuan for all who go. */
export interface Leg {
  by: Means;
  km: number;
  minutes: number;
  cost: number;
}

/** One stop of a plan that people may edit, as it goes over the wire. `cost` holds the leg's, too; `who` absent: everybody. */
export interface Stop {
  id: string;
  kind: PlanItem['kind'];
  placeId: string;
  from: string;
  to: string;
  cost: number;
  leg?: Leg | undefined;
  who?: readonly string[] | undefined;
  note?: string | undefined;
}

export interface TripDay {
  on?: string | undefined;
  items: readonly Stop[];
}

export interface TripPlan {
  days: readonly TripDay[];
  cost: number;
}

/** Who travels: `size` may be larger than the ids known, children count too. */
export interface Party {
  ids: readonly string[];
  size: number;
}

export interface TripWish {
  id?: string | undefined;
  member: string;
  constraints: readonly Constraint[];
}

/** A train or a flight. `out` ends on the first day, `back` begins on the last; yuan per head. */
export interface Ride {
  direction: 'out' | 'back';
  by: 'train' | 'airplane';
  from: string;
  to: string;
  price?: number | undefined;
}

/** All a plan is held against. What is absent is not known. */
export interface Trip {
  plan: TripPlan;
  places: readonly Place[];
  party: Party;
  wishes: readonly TripWish[];
  days?: number | undefined;
  start?: string | undefined;
  city?: string | undefined;
  fromCity?: string | undefined;
  rides?: readonly Ride[] | undefined;
}

/** Members of `ids` and, where one of them named a number of people, as many as that. */
export function partyOf(ids: readonly string[], wishes: readonly Pick<TripWish, 'constraints'>[]): Party {
  const said = wishes.flatMap(({ constraints }) => constraints).find(({ type, op, value }) => type === 'people' && op === 'eq' && typeof value === 'number');
  return { ids, size: said ? (said.value as number) : Math.max(1, ids.length) };
}

export const joins = ({ who }: Pick<Stop, 'who'>, member: string): boolean => who === undefined || who.includes(member);

/** How many pay at a stop. */
export const headsAt = ({ who }: Pick<Stop, 'who'>, party: Party): number => who?.length ?? party.size;

/**
 * The ways through a day: the stops of each member in order, alike ones once. Where all do everything there is one, and
 * who splits up has an order and a lunch of his own.
 */
export function tracksOf(items: readonly Stop[], { ids }: Party): Stop[][] {
  if (ids.length === 0 || items.every(({ who }) => who === undefined)) return [[...items]];
  const tracks = ids.map((id) => items.filter((stop) => joins(stop, id)));
  const keys = tracks.map((track) => track.map(({ id }) => id).join('\n'));
  return tracks.filter((_, i) => keys.indexOf(keys[i] as string) === i);
}

const itemId = (day: number, place: number): string => `d${day + 1}-${place + 1}`;

/** The plan of the planner as a trip plan. Legs are read off the clock; ids are by day and place unless given. */
export function tripPlanOf(plan: Plan, idOf: (day: number, place: number) => string = itemId): TripPlan {
  const stop = ({ kind, poi, from, to, cost, by }: PlanItem, id: string): Stop => ({ id, kind, placeId: poi, from, to, cost, ...(by ? { leg: { by, km: 0, minutes: 0, cost: 0 } } : {}) });
  return { days: plan.days.map(({ items }, day) => ({ items: items.map((item, place) => stop(item, idOf(day, place))) })), cost: plan.cost };
}
