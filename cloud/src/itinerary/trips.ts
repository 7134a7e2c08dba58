import type { Place } from '@shared/wire/itinerary';
import { AppError } from '../errors';
import type { PaiDoc } from '../pai';
import { typedOf } from './board/standing';
import { listWishes } from './board/store';
import { frameOf } from './frame';
import { placesIn } from './ground';
import type { ItineraryDoc, VersionDoc, WishDoc } from './model';
import { listItineraries } from './store';

/** A plan of a pai, for those who talk about it. */
export interface TripOfPai {
  id: string;
  title: string;
  city?: string;
  head: VersionDoc;
  isDecided: boolean;
  /** The message that told of it. */
  toldSeq?: number;
  /** Those of the plan first, then what else there is in the city. */
  places: readonly Place[];
  /** Sights and kinds of sights somebody wishes for, as they are called. */
  wished: readonly string[];
}

/** Talk is about few of them. */
const MOST = 3;

const wishedIn = (wishes: readonly WishDoc[]): string[] => wishes.flatMap(({ constraints }) => constraints.flatMap(({ type, op, value }) => (/^attraction_/.test(type) && op !== 'ne' ? [value].flat().map(String) : [])));

async function placesOf(doc: ItineraryDoc, head: VersionDoc, city: string | undefined): Promise<Place[]> {
  const known = new Set(head.places.map(({ id }) => id));
  try {
    return [...head.places, ...(city ? await placesIn(doc.paiId, city) : []).filter(({ id }) => !known.has(id))];
  } catch (error) {
    // a map service that is away does not keep anybody from asking about the plan
    if (error instanceof AppError) return head.places;
    throw error;
  }
}

/** Plans of a pai, the one last touched first. */
export async function tripsOf(pai: PaiDoc): Promise<TripOfPai[]> {
  const planned = (await listItineraries(pai._id)).flatMap((doc) => (doc.head ? [{ doc, head: doc.head }] : []));
  return Promise.all(
    planned.slice(0, MOST).map(async ({ doc, head }) => {
      const wishes = typedOf(await listWishes(doc._id));
      const { city } = frameOf(doc, wishes);
      return { id: doc._id, title: doc.title, ...(city === undefined ? {} : { city }), head, isDecided: doc.decided !== undefined, ...(doc.toldSeq === undefined ? {} : { toldSeq: doc.toldSeq }), places: await placesOf(doc, head, city), wished: wishedIn(wishes) };
    }),
  );
}
