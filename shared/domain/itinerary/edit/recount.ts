import { clockOf, MIDNIGHT, minutesOf } from '../clock';
import { kmBetween, legFare, legMinutes, SAME_SPOT_KM } from '../travel';
import { headsAt, type Leg, type Party, type Stop, type TripDay, type TripPlan } from '../trip';
import type { Means, Place } from '../types';
import { usualMeans, WALK_KM } from './means';

type Known = ReadonlyMap<string, Place>;

const mapOf = (places: readonly Place[]): Known => new Map(places.map((place) => [place.id, place]));

const meet = (a: Stop, b: Stop): boolean => a.who === undefined || b.who === undefined || a.who.some((id) => b.who?.includes(id));
/** The stop those who come to this one come from. */
const previousOf = (items: readonly Stop[], stop: Stop): Stop | undefined => [...items].reverse().find((earlier) => meet(earlier, stop));

/** Whether one went on foot from where one came before, and now comes from much further away. */
const isTooFarNow = ({ by, km: before }: Leg, km: number): boolean => by === 'walk' && before > 0 && km > WALK_KM && km > 1.5 * before;

/** The leg to a stop: whole yuan, whole minutes rounded up; undefined at the same spot, or from or to where nobody knows. */
function legOf(before: Stop | undefined, stop: Stop, places: Known, party: Party, usual: (km: number) => Means): Leg | undefined {
  const [a, b] = [before && places.get(before.placeId), places.get(stop.placeId)];
  const km = a && b ? kmBetween(a, b) : 0;
  if (km <= SAME_SPOT_KM) return undefined;
  const by = stop.leg && !isTooFarNow(stop.leg, km) ? stop.leg.by : usual(km);
  return { by, km: Math.round(km * 100) / 100, minutes: Math.ceil(legMinutes(km, by)), cost: Math.floor(legFare(km, by, headsAt(stop, party))) };
}

/** What a stop costs all who join, its leg included; what nobody knows the price of costs its leg. */
function costOf(stop: Stop, place: Place | undefined, leg: Leg | undefined, party: Party): number {
  const heads = headsAt(stop, party);
  const units = stop.kind === 'rest' ? 0 : stop.kind === 'hotel' ? Math.ceil(heads / 2) : heads;
  return (place?.price ?? 0) * units + (leg?.cost ?? 0);
}

/** A clock that people read ends in 0 or 5. */
const roundUp = (minutes: number): number => Math.ceil(minutes / 5) * 5;

/** Begins no sooner than all who join are there, and stays as long as before; a night ends at midnight. */
function shifted(stop: Stop, earlier: readonly Stop[], leg: Leg | undefined): Stop {
  const [from, to] = [minutesOf(stop.from), minutesOf(stop.to)];
  const free = Math.max(0, ...earlier.filter((one) => meet(one, stop)).map((one) => minutesOf(one.to)));
  const ready = free + (leg?.minutes ?? 0);
  if (from >= ready) return stop;
  const begin = roundUp(ready);
  return { ...stop, from: clockOf(begin), to: clockOf(stop.kind === 'hotel' ? MIDNIGHT : begin + to - from) };
}

function recountDay(day: TripDay, places: Known, party: Party, pinned: ReadonlySet<string>, usual: (km: number) => Means): TripDay {
  const items: Stop[] = [];
  for (const stop of day.items) {
    const { leg: _, ...bare } = stop;
    const leg = legOf(previousOf(items, stop), stop, places, party, usual);
    const timed = pinned.has(stop.id) ? bare : shifted(bare, items, leg);
    items.push({ ...timed, cost: costOf(stop, places.get(stop.placeId), leg, party), ...(leg ? { leg } : {}) });
  }
  return { ...day, items };
}

const sumOf = (days: readonly TripDay[]): number => days.reduce((sum, { items }) => items.reduce((all, { cost }) => all + cost, sum), 0);

/**
 * A plan after a step of editing: legs, costs and the sum anew, later stops put off until one can be there, each as long
 * as before. Nothing is pulled forward, and a stop that no longer fits stays where it is put: the checker says so.
 * @param pinned items whose time a person set; they keep it.
 */
export function recount(plan: TripPlan, places: readonly Place[], party: Party, pinned: readonly string[] = []): TripPlan {
  const usual = usualMeans(plan);
  const days = plan.days.map((day) => recountDay(day, mapOf(places), party, new Set(pinned), usual));
  return { days, cost: Math.round(sumOf(days) * 100) / 100 };
}

/** The plan with the kilometres, minutes and fares of its legs told; times and costs stay. */
export function withLegs(plan: TripPlan, places: readonly Place[], party: Party): TripPlan {
  const known = mapOf(places);
  const usual = usualMeans(plan);
  const days = plan.days.map((day) => ({
    ...day,
    items: day.items.map((stop, i) => ({ ...stop, leg: stop.leg && legOf(previousOf(day.items.slice(0, i), stop), stop, known, party, usual) })),
  }));
  return { ...plan, days };
}
