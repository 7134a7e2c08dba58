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

/** What somebody's words were taken for by a model: a kind of place. It is held against the lists and the words before it counts. */
export interface Meaning {
  words: string;
  place: PlaceType;
  kind: string;
}

/** A message of a talk; `at` in seconds. */
export interface TalkMessage {
  id: string;
  author: string;
  at: number;
  text: string;
  replyTo?: string | null | undefined;
  meanings?: readonly Meaning[] | undefined;
}

/** What the reading of a talk may know. */
export interface TalkContext {
  zone?: string | undefined;
  kinds?: Partial<Kinds> | undefined;
  names?: readonly string[] | undefined;
  /** Names of who takes part: what 小李想去 says is his to say. */
  people?: readonly string[] | undefined;
}

/** One clause of a message that wishes something for the trip. */
export interface TalkWish {
  /** The message and where the clause begins in it: the same clause always has the same id. */
  id: string;
  messageId: string;
  author: string;
  /** Empty where the clause only takes an earlier wish back. */
  constraints: Constraint[];
  /** The clause as it was said. */
  words: string;
  /** Ids of earlier wishes of the same author that no longer hold. */
  withdraws?: string[];
  /** What of it rests on a model's reading. */
  meanings?: Meaning[];
}
