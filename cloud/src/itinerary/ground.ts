import type { Place } from '@shared/wire/itinerary';
import { AppError } from '../errors';
import { findPlaces } from './places/find';

/** The places of a city a pai may go to; none where the city is not known. Throws `places/…` where a map service fails. */
export const placesIn = async (paiId: string, city: string): Promise<Place[]> => (await findPlaces({ paiId, city })).places;

/** The same for reading talk, which goes on where a map service fails: none. */
export async function placesKnown(paiId: string, city: string): Promise<Place[]> {
  try {
    return await placesIn(paiId, city);
  } catch (error) {
    if (error instanceof AppError) return [];
    throw error;
  }
}
