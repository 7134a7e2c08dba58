import type { Means } from '@shared/domain/itinerary/types';
import { canUse, type Agreement } from '../agree';
import { withStops } from '../change';
import { legBy, LONGEST_WALK_KM, NEXT_DOOR_KM, SHORT_WALK_KM, type Travel } from '../legs';
import type { Trip, Visit } from '../trip';

const canGo = (means: Means, { leg, stop }: Visit, { allowed, maxWalkKm }: Travel): boolean =>
  leg !== undefined && leg.km > NEXT_DOOR_KM && stop.spot !== undefined && (means !== 'walk' || leg.km <= Math.min(maxWalkKm, allowed.has('walk') ? LONGEST_WALK_KM : SHORT_WALK_KM));

/** The trip with one way by a means that somebody wishes to use once: the way on which it costs least against the usual choice. */
function withMeans(trip: Trip, means: Means, { ground }: Agreement): Trip {
  const visits = trip.days.flatMap((day, d) => day.visits.map((visit, i) => ({ visit, d, i })));
  if (visits.some(({ visit }) => visit.leg?.by === means)) return trip;
  const loss = ({ visit: { leg } }: (typeof visits)[number]): number => {
    const other = legBy(means, leg?.km ?? 0, ground.travel.party);
    return other.minutes - (leg?.minutes ?? 0) + (other.cost - (leg?.cost ?? 0)) * 0.2;
  };
  for (const { d, i } of visits.filter(({ visit }) => canGo(means, visit, ground.travel)).sort((a, b) => loss(a) - loss(b))) {
    const stops = trip.days[d]?.stops ?? [];
    const stop = stops[i];
    const changed = stop && withStops(trip, d, stops.with(i, { ...stop, by: means }), ground);
    if (changed) return changed;
  }
  return trip;
}

export const placeMeans = (trip: Trip, agreement: Agreement): Trip =>
  agreement.once.filter((means) => canUse(means, agreement.ground.travel)).reduce((now, means) => withMeans(now, means, agreement), trip);
