import type { z } from 'zod';
import { diff } from '@shared/domain/itinerary/diff';
import { sayDiff } from '@shared/domain/itinerary/words';
import type { Locale } from '@shared/wire/errors';
import type { Change } from '@shared/wire/itinerary';
import { accessItinerary } from '../access';
import { versionAt } from './versions';

/** What differs between two versions, stop by stop. Throws `itinerary/version-unknown`. */
export async function differences(userId: string, paiId: string, id: string, { from, to }: { from: number; to: number }, locale: Locale): Promise<z.infer<typeof Change>[]> {
  const { doc } = await accessItinerary(userId, paiId, id);
  const [before, after] = await Promise.all([versionAt(doc, from), versionAt(doc, to)]);
  const names = new Map([...before.places, ...after.places].map((place) => [place.id, place.name]));
  return diff(before, after).map((line) => ({ kind: line.kind, day: line.day, text: sayDiff(line, (placeId) => names.get(placeId) ?? placeId, locale) }));
}
