import type { Itinerary } from '@shared/wire/itinerary';
import { accessPai } from '../pai';
import { listWishes } from './board/store';
import { presentBrief } from './present';
import { listItineraries } from './store';

/** Itineraries of a pai one is in. Throws `pai/…`. */
export async function listBriefs(userId: string, paiId: string): Promise<Pick<Itinerary, 'id' | 'paiId' | 'title' | 'state' | 'city' | 'startOn' | 'days' | 'version' | 'counts' | 'updatedAt'>[]> {
  await accessPai(userId, paiId);
  const docs = await listItineraries(paiId);
  return Promise.all(docs.map(async (doc) => presentBrief(doc, await listWishes(doc._id))));
}
