import { placesByAlias } from '@shared/domain/itinerary/names';
import { listUsers } from '../../account';
import type { TalkContext } from '../../engine/wishes';
import type { PaiDoc } from '../../pai';
import { placesKnown } from '../ground';
import type { ItineraryDoc } from '../model';
import { kindsOf } from '../places/find';
import { meantAmong, type Meant } from './meant';

/** What reading the talk of an itinerary may know: what there is in its city, and who takes part. */
export async function readingOf(pai: PaiDoc, { zone }: Pick<ItineraryDoc, 'zone'>, city: string | undefined): Promise<{ context: TalkContext; meant: Meant }> {
  const people = (await listUsers(pai.members.map(({ userId }) => userId))).map(({ nickname }) => nickname);
  const places = city === undefined ? [] : await placesKnown(pai._id, city);
  const byAlias = placesByAlias(places, city);
  const known = places.length === 0 ? {} : { kinds: kindsOf(places), names: [...places.map(({ name }) => name), ...byAlias.keys()] };
  return { context: { zone, people, ...known }, meant: meantAmong(places, byAlias) };
}
