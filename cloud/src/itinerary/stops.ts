import { AppError } from '../errors';
import type { ItineraryDoc } from './model';

/** Throws `itinerary/stop-unknown` where the plan has no such stop. */
export function requireStop({ head }: Pick<ItineraryDoc, 'head'>, itemId: string): void {
  if (!head?.days.some(({ items }) => items.some(({ id }) => id === itemId))) throw new AppError('itinerary/stop-unknown', { field: 'itemId' });
}
