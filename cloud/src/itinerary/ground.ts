import type { Place } from '@shared/wire/itinerary';
import { AppError } from '../errors';
import { findPlaces, kindsOf } from './places/find';
import type { TalkContext } from '../engine/wishes';

/** The places of a city a pai may go to; none where the city is not known. Throws `places/…` where a map service fails. */
export const placesIn = async (paiId: string, city: string): Promise<Place[]> => (await findPlaces({ paiId, city })).places;

/** What wishes for a city are read with; nothing where no place of it is known, or cannot be found out now. */
export async function vocabularyOf(paiId: string, city: string): Promise<Pick<TalkContext, 'kinds' | 'names'>> {
  try {
    const places = await placesIn(paiId, city);
    return places.length === 0 ? {} : { kinds: kindsOf(places), names: places.map(({ name }) => name) };
  } catch (error) {
    if (error instanceof AppError) return {};
    throw error;
  }
}
