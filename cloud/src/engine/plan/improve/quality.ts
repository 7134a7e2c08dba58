import type { Agreement } from '../agree';
import { wantsOf } from '../agree';
import { travelMinutes } from '../change';
import { likedStart } from '../frame';
import type { Day, Tally } from '../trip';
import { isMeal } from '../types';

const ENOUGH_SIGHTS = 3;

const lateness = ({ visits }: Day): number => visits.reduce((sum, { stop, from }) => sum + (isMeal(stop.kind) ? Math.max(0, Math.abs(from - likedStart(stop.kind)) - 45) : 0), 0);

/** How pleasant a trip is where the wishes are even: what is seen, how varied, time and money on the way, meals at their hours. */
export function qualityOf({ trip, sights, meals, cost }: Tally, { goals, ground: { city } }: Agreement): number {
  const liked = wantsOf(goals, 'attraction').filter(({ size }) => size > 1);
  const diets = goals.flatMap(({ constraint, wants }) => (constraint.type === 'diet' ? (wants?.each ?? []) : []));
  const kinds = new Set(sights.map(({ stop }) => stop.spot?.place.kind));
  let quality = kinds.size * 1.5 - (cost / city.party) * 0.01;
  for (const { stop } of sights) if (stop.spot) quality += 3 + 4 * stop.spot.rank + (liked.some((some) => some.has(stop.spot as never)) ? 2 : 0);
  for (const { stop } of meals) if (stop.spot) quality += stop.spot.rank + 4 * diets.filter((some) => some.has(stop.spot as never)).length;
  for (const day of trip.days) {
    const crowd = day.visits.filter(({ stop }) => stop.kind === 'attraction').length - ENOUGH_SIGHTS;
    quality -= travelMinutes(day) * 0.08 + lateness(day) * 0.03 + Math.max(0, crowd) * 8;
  }
  return quality;
}
