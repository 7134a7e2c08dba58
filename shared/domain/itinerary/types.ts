/** What a wish may be about. `budget` is the whole party's, prices and a member's own budget are per head, in yuan. */
export const CONSTRAINT_TYPES = [
  'days', 'people', 'budget', 'budget_per_person', 'from_city', 'to_city', 'date', 'arrive', 'leave', 'transport_intercity', 'transport_city',
  'attraction_kind', 'attraction_name', 'restaurant_kind', 'restaurant_name', 'hotel_kind', 'hotel_name', 'hotel_price', 'meal_price', 'diet', 'pace', 'mobility', 'rest',
] as const;
export const CONSTRAINT_OPS = ['eq', 'ne', 'le', 'ge', 'in', 'has'] as const;
/** Means of a leg inside a city. */
export const MEANS = ['walk', 'metro', 'taxi'] as const;
export const PLACE_TYPES = ['attraction', 'restaurant', 'hotel'] as const;

/** Behind a food of `diet ne` that does harm: 花生过敏. */
export const ALLERGY = '过敏';

export type ConstraintType = (typeof CONSTRAINT_TYPES)[number];
export type ConstraintOp = (typeof CONSTRAINT_OPS)[number];
export type Means = (typeof MEANS)[number];
export type PlaceType = (typeof PLACE_TYPES)[number];
export type ConstraintValue = string | number | readonly (string | number)[];

/**
 * One wish, typed. `has`: at least one such place or means; `in`: no other means, or a price between two; `ne`: none;
 * `le`, `ge`: at most, at least. Values: names and kinds as text; prices, days and people as numbers; dates as
 * `YYYY-MM-DD`; `arrive` and `leave` as `HH:MM`; means as `train airplane metro taxi walk`.
 */
export interface Constraint {
  type: ConstraintType;
  op: ConstraintOp;
  value: ConstraintValue;
}

/** Opening on some weekdays (1 = Monday … 7 = Sunday), wall clock `HH:MM`; `close` ≤ `open` ends after midnight. */
export interface OpeningHours {
  days: readonly number[];
  open: string;
  close: string;
}

/** A place to go. Prices in yuan: a ticket or a meal per head, a hotel room per night. What nobody knows is absent. */
export interface Place {
  id: string;
  name: string;
  type: PlaceType;
  /** 历史古迹, 川菜, 经济型 … */
  kind: string;
  lat: number;
  lon: number;
  open?: string | undefined;
  close?: string | undefined;
  /** By weekday, where that is known; a weekday in none of them is a day of rest. It overrules `open` and `close`. */
  hours?: readonly OpeningHours[] | undefined;
  price?: number | undefined;
  minHours?: number | undefined;
  maxHours?: number | undefined;
  tags?: readonly string[] | undefined;
  /** Other names people know it by. */
  aliases?: readonly string[] | undefined;
}

export const ITEM_KINDS = ['attraction', 'breakfast', 'lunch', 'dinner', 'hotel', 'rest'] as const;

/** One stop of a day. `from`, `to`: wall clock `HH:MM`; a night ends at `24:00`. `cost`: yuan for all who join, with the leg to it. */
export interface PlanItem {
  kind: (typeof ITEM_KINDS)[number];
  /** Place id. */
  poi: string;
  from: string;
  to: string;
  cost: number;
  /** How one came from the stop before it that day. */
  by?: Means | undefined;
}

export interface Plan {
  days: { items: PlanItem[] }[];
  cost: number;
}
