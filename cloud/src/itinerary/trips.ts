import type { Finding } from '@shared/domain/itinerary/check';
import { editTrip } from '@shared/domain/itinerary/edit';
import { sayFinding } from '@shared/domain/itinerary/words';
import type { Locale } from '@shared/wire/errors';
import type { Edit, Place } from '@shared/wire/itinerary';
import { newId } from '../infra/ids';
import type { PaiDoc } from '../pai';
import { typedOf } from './board/standing';
import { listWishes } from './board/store';
import { frameOf } from './frame';
import { placesKnown } from './ground';
import type { ItineraryDoc, VersionDoc, WishDoc } from './model';
import { tripOf } from './planning/input';
import { findingsOf } from './planning/measure';
import { listItineraries } from './store';

/** A trip of a pai, for those who talk about it. */
export interface TripOfPai {
  id: string;
  title: string;
  city?: string;
  /** Its plan; absent while there is none. */
  head?: VersionDoc;
  isDecided: boolean;
  /** The message that told of it. */
  toldSeq?: number;
  /** Those of the plan first, then what else there is in the city. */
  places: readonly Place[];
  /** Sights and kinds of sights somebody wishes for, as they are called. */
  wished: readonly string[];
  /** What changes would break that holds now, in words. */
  breaks: (edits: readonly Edit[], locale: Locale) => string[];
  /** What does not hold of the plan as it is, in words. */
  fails: (locale: Locale) => string[];
}

/** Talk is about few of them. */
const MOST = 3;

const wishedIn = (wishes: readonly WishDoc[]): string[] => wishes.flatMap(({ constraints }) => constraints.flatMap(({ type, op, value }) => (/^attraction_/.test(type) && op !== 'ne' ? [value].flat().map(String) : [])));

function worded(found: Finding, locale: Locale): string {
  const { title, finding } = sayFinding(found, locale);
  return locale === 'zh' ? `${title}：${finding}` : `${title}: ${finding}`;
}

function breaksOf(pai: PaiDoc, doc: ItineraryDoc, wishes: readonly WishDoc[], places: readonly Place[]): TripOfPai['breaks'] {
  return (edits, locale) => {
    if (!doc.head) return [];
    const result = editTrip(tripOf(pai, doc, wishes, { ...doc.head, places: [...places] }), edits, newId);
    if ('error' in result) return [];
    return result.broken.map((finding) => worded(finding, locale));
  };
}

const failsOf =
  (pai: PaiDoc, doc: ItineraryDoc, wishes: readonly WishDoc[]): TripOfPai['fails'] =>
  (locale) => (doc.head ? [...new Set(findingsOf(pai, doc, wishes, doc.head).flatMap((finding) => (finding.state === 'fail' ? [worded(finding, locale)] : [])))] : []);

/** A map service that is away does not keep anybody from asking about the plan. */
async function placesOf({ paiId, head }: ItineraryDoc, city: string | undefined): Promise<Place[]> {
  const inPlan = head?.places ?? [];
  const known = new Set(inPlan.map(({ id }) => id));
  return [...inPlan, ...(city ? await placesKnown(paiId, city) : []).filter(({ id }) => !known.has(id))];
}

/** Trips of a pai, the one last touched first; without a plan only that one. */
export async function tripsOf(pai: PaiDoc): Promise<TripOfPai[]> {
  const trips = (await listItineraries(pai._id)).filter(({ head }, i) => head || i === 0);
  return Promise.all(
    trips.slice(0, MOST).map(async (doc) => {
      const wishes = typedOf(await listWishes(doc._id));
      const { city } = frameOf(doc, wishes);
      const places = await placesOf(doc, city);
      return { id: doc._id, title: doc.title, ...(city === undefined ? {} : { city }), ...(doc.head ? { head: doc.head } : {}), isDecided: doc.decided !== undefined, ...(doc.toldSeq === undefined ? {} : { toldSeq: doc.toldSeq }), places, wished: wishedIn(wishes), breaks: breaksOf(pai, doc, wishes, places), fails: failsOf(pai, doc, wishes) };
    }),
  );
}
