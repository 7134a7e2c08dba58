import type { Hours } from '@shared/domain/itinerary/opening';
import type { Locale } from '@shared/wire/errors';
import type { Edit } from '@shared/wire/itinerary';

export type StopKind = 'attraction' | 'breakfast' | 'lunch' | 'dinner' | 'hotel' | 'rest';

/** A stop of a plan. */
export interface TripStop {
  id: string;
  kind: StopKind;
  placeId: string;
  name: string;
  /** 博物馆, 川菜 … */
  placeKind: string;
  /** `HH:MM`. */
  from: string;
  to: string;
  /** Somebody wishes for it, or for one of its kind. */
  isWished: boolean;
}

export interface TripPlace extends Hours {
  id: string;
  name: string;
  type: 'attraction' | 'restaurant' | 'hotel';
  kind: string;
  /** Other names people know it by. */
  aliases?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  /** Yuan: of a ticket, a meal or a night; absent where it is not known. */
  price?: number | undefined;
  /** What is told of it was looked at by somebody. */
  verified?: boolean | undefined;
  at?: { lat: number; lon: number } | undefined;
}

/** A trip of the pai, as everybody in it may read it. */
export interface TripHere {
  id: string;
  title: string;
  city?: string | undefined;
  /** Of its plan; 0 while there is none. */
  version: number;
  /** Settled: it is opened again on its page before it is changed. */
  isDecided: boolean;
  days: { on?: string | undefined; stops: TripStop[] }[];
  /** Yuan. */
  cost: number;
  perHead: number;
  /** The message that told of it; seconds. */
  told?: { seq: number; at: number; by: string } | undefined;
  /** Where else one could go in that city. */
  places: readonly TripPlace[];
  /** What changes would break that holds now, in words, by the checker. */
  breaks?: ((edits: readonly Edit[], locale: Locale) => readonly string[]) | undefined;
  /** What does not hold of its plan, in words, by the checker. */
  fails?: ((locale: Locale) => readonly string[]) | undefined;
}
