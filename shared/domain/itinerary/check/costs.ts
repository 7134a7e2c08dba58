import { legFare, SAME_SPOT_KM } from '../travel';
import { type Facts, type Visit, waysOf } from './facts';
import type { Finding } from './finding';

/** Half a cent: prices are decimal, sums of them are not exact. */
const NEAR = 0.005;

/** Least and most a stop may cost without the way to it: a room holds two, or each has his own. */
function bounds({ stop, place, heads }: Visit): [number, number] | null {
  if (stop.kind === 'rest') return [0, 0];
  if (place?.price === undefined) return null;
  return stop.kind === 'hotel' ? [place.price * Math.ceil(heads / 2), place.price * heads] : [place.price * heads, place.price * heads];
}

/** What the dearest leg to each stop may cost, by item. */
function fares({ tracks }: Facts): Map<string, number> {
  const most = new Map<string, number>();
  for (const { visit, km } of tracks.flat().flatMap(waysOf)) {
    const fare = visit.stop.leg && km > SAME_SPOT_KM ? legFare(km, visit.stop.leg.by, visit.heads) : 0;
    most.set(visit.stop.id, Math.max(most.get(visit.stop.id) ?? 0, fare));
  }
  return most;
}

/** A stop costs its price for all who join, and at most the leg on top. */
export function costs(facts: Facts): Finding[] {
  const most = fares(facts);
  return facts.days.flat().flatMap((visit): Finding[] => {
    const { stop, place, day } = visit;
    const at = { rule: 'costs', day, item: stop.id, place: place?.name } as const;
    const priced = bounds(visit);
    if (!priced) return place ? [{ ...at, state: 'unknown', code: 'price-unknown', fix: 'verify' }] : [];
    const high = priced[1] + (most.get(stop.id) ?? 0);
    if (stop.cost < priced[0] - NEAR) return [{ ...at, state: 'fail', code: 'cost-low', have: stop.cost, want: priced[0] }];
    return stop.cost > high + NEAR ? [{ ...at, state: 'fail', code: 'cost-high', have: stop.cost, want: high }] : [];
  });
}

/** The cost of the whole is the sum of its stops. */
export function sum({ trip: { plan }, days }: Facts): Finding[] {
  const total = days.flat().reduce((all, { stop }) => all + stop.cost, 0);
  return Math.abs(total - plan.cost) <= NEAR * Math.max(1, days.flat().length) ? [] : [{ rule: 'sum', state: 'fail', code: 'sum-off', have: plan.cost, want: total }];
}
