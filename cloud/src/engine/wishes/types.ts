import { type Constraint, type PlaceType } from '../../../../shared/domain/itinerary/types';

/** The kinds of place a city has, by type; for a hotel also its facilities. */
export type Kinds = Record<PlaceType, readonly string[]>;

export interface WishesInput {
  text: string;
  /** ISO 8601 with offset. */
  now: string;
  /** IANA name; China's where none is given. */
  zone?: string | undefined;
  /** What paraphrases are mapped to; without them the kinds everybody knows. */
  kinds?: Partial<Kinds> | undefined;
  /** Names of places, of any type. */
  names?: readonly string[] | undefined;
}

/** A constraint and the words it was read from, [start, end) in UTF-16 units. */
export interface ReadConstraint extends Constraint {
  span: [number, number];
}
