import { listUsers } from '../../account';
import type { TalkContext } from '../../engine/wishes';
import type { PaiDoc } from '../../pai';
import { vocabularyOf } from '../ground';
import type { ItineraryDoc } from '../model';

/** What reading the talk of an itinerary may know: what there is in the city, and who takes part. */
export async function contextOf(pai: PaiDoc, { city, zone }: Pick<ItineraryDoc, 'city' | 'zone'>): Promise<TalkContext> {
  const people = (await listUsers(pai.members.map(({ userId }) => userId))).map(({ nickname }) => nickname);
  return { zone, people, ...(city ? await vocabularyOf(pai._id, city) : {}) };
}
