import type { Agreement } from '../agree';
import { wantsOf } from '../agree';
import { travelMinutes } from '../change';
import { likedStart, type Frame } from '../frame';
import type { Day, Tally } from '../trip';
import { isMeal } from '../types';

const ENOUGH_SIGHTS = 3;

const lateness = ({ visits }: Day): number => visits.reduce((sum, { stop, from }) => sum + (isMeal(stop.kind) ? Math.max(0, Math.abs(from - likedStart(stop.kind)) - 45) : 0), 0);

/** Minutes that sights get less than they are worth. */
const hurry = ({ visits }: Day): number => visits.reduce((sum, { stop, from, to }) => sum + (stop.kind === 'attraction' ? Math.max(0, (stop.spot?.least ?? 0) - (to - from)) : 0), 0);

const SMALL_WAIT = 30;

/** Minutes in which nothing happens, from the time one could set out, small waits aside. */
const idle = ({ visits }: Day, { earliest, pause }: Frame): number =>
  visits.reduce((sum, { from, leg }, i) => sum + Math.max(0, from - (visits[i - 1]?.to ?? Math.max(earliest, likedStart('attraction'))) - (leg?.minutes ?? 0) - SMALL_WAIT - (visits[i - 1]?.stop.kind === 'lunch' ? pause : 0)), 0);

/** How pleasant a trip is where the wishes are even: what is seen, how varied, time and money on the way, meals at their hours. */
export function qualityOf({ trip, visits, sights, meals, cost }: Tally, { goals, shunned, ground: { city, frames } }: Agreement): number {
  const liked = wantsOf(goals, 'attraction').filter(({ size }) => size > 1);
  const diets = goals.flatMap(({ constraint, wants }) => (constraint.type === 'diet' ? (wants?.each ?? []) : []));
  const kinds = new Set(sights.map(({ stop }) => stop.spot?.place.kind));
  let quality = kinds.size * 1.5 - (cost / city.party) * 0.01;
  for (const { stop } of sights) if (stop.spot) quality += 3 + 4 * stop.spot.rank + (liked.some((some) => some.has(stop.spot as never)) ? 2 : 0);
  for (const { stop } of meals) if (stop.spot) quality += stop.spot.rank + 4 * diets.filter((some) => some.has(stop.spot as never)).length;
  if (shunned.size > 0) for (const { stop } of visits) if (stop.spot && shunned.has(stop.spot)) quality -= 5;
  for (const [d, day] of trip.days.entries()) {
    const crowd = day.visits.filter(({ stop }) => stop.kind === 'attraction').length - ENOUGH_SIGHTS;
    quality -= travelMinutes(day) * 0.08 + lateness(day) * 0.03 + idle(day, frames[d] as Frame) * 0.03 + hurry(day) * 0.04 + Math.max(0, crowd) * 14;
  }
  return quality;
}
