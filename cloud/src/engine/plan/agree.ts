import { MEANS, PLACE_TYPES, type Means, type PlaceType } from '@shared/domain/itinerary/types';
import { costAt, type City, type Spot } from './city';
import type { Frame } from './frame';
import type { Goal } from './goals';
import type { Travel } from './legs';
import type { Ground } from './timetable';

/** The wishes pursued together, and what they leave to choose from. */
export interface Agreement {
  goals: readonly Goal[];
  pools: Record<PlaceType, readonly Spot[]>;
  ceiling: number;
  ground: Ground;
  once: readonly Means[];
  pace: { atLeast: number; atMost: number };
}

const ORDINARY_THRIFT = 0.4;
const SAVING_THRIFT = 4;
const ORDINARY_WALK_KM = 2.5;

/** What any plan needs of a type, by the number of days. */
const needOf = (type: PlaceType, { days }: City): number => (type === 'attraction' ? days : type === 'restaurant' ? days * 2 : days > 1 ? 1 : 0);

export const wantsOf = (goals: readonly Goal[], type: PlaceType): ReadonlySet<Spot>[] => goals.flatMap(({ wants }) => (wants?.type === type ? wants.each : []));

function poolsOf(goals: readonly Goal[], city: City): Record<PlaceType, readonly Spot[]> {
  const poolOf = (type: PlaceType): readonly Spot[] => {
    const bars = goals.flatMap(({ bars }) => (bars?.type === type ? bars : []));
    return bars.length === 0 ? city.spots[type] : city.spots[type].filter((spot) => bars.every(({ allows }) => allows(spot)));
  };
  return { attraction: poolOf('attraction'), restaurant: poolOf('restaurant'), hotel: poolOf('hotel') };
}

function travelOf(goals: readonly Goal[], party: number, isSaving: boolean): Travel {
  const means = goals.flatMap(({ means }) => means ?? []);
  const allowed = new Set(MEANS.filter((one) => means.every(({ only, never }) => (only?.has(one) ?? true) && !never?.has(one))));
  const walks = goals.flatMap(({ maxWalkKm }) => maxWalkKm ?? []);
  const canWalk = means.every(({ never }) => !never?.has('walk'));
  return { party, allowed, maxWalkKm: canWalk ? Math.min(ORDINARY_WALK_KM, ...walks) : 0, thrift: isSaving ? SAVING_THRIFT : ORDINARY_THRIFT };
}

/** Everything that follows from pursuing some wishes; `isSaving` prefers cheap ways over quick ones. */
export function agreementOn(goals: readonly Goal[], city: City, frames: readonly Frame[], isSaving: boolean): Agreement {
  const paces = goals.flatMap(({ pace }) => pace ?? []);
  return {
    goals,
    pools: poolsOf(goals, city),
    ceiling: Math.min(...goals.map(({ ceiling = Infinity }) => ceiling)),
    ground: { city, travel: travelOf(goals, city.party, isSaving), frames: frames.map((frame, day) => goals.reduce((now, goal) => goal.frame?.(now, day) ?? now, frame)) },
    once: goals.flatMap(({ means }) => means?.once ?? []),
    pace: { atLeast: Math.max(1, ...paces.map(({ atLeast = 1 }) => atLeast)), atMost: Math.min(4, ...paces.map(({ atMost = 4 }) => atMost)) },
  };
}

/** Yuan no plan under these wishes can stay below, ways aside. */
export function leastCost({ goals, pools }: Agreement, city: City): number {
  return PLACE_TYPES.reduce((sum, type) => {
    const needed = type === 'hotel' ? city.days - 1 : needOf(type, city);
    const wanted = new Set<Spot>();
    for (const each of wantsOf(goals, type)) {
      if ([...each].some((spot) => wanted.has(spot))) continue;
      const cheapest = pools[type].filter((spot) => each.has(spot)).sort((a, b) => a.price - b.price)[0];
      if (cheapest) wanted.add(cheapest);
    }
    const cheap = pools[type].map((spot) => costAt(spot, city)).sort((a, b) => a - b);
    const rest = Math.max(0, needed - wanted.size);
    const fill = type === 'hotel' ? rest * (cheap[0] ?? 0) : cheap.slice(0, rest).reduce((all, one) => all + one, 0);
    return sum + fill + [...wanted].reduce((all, spot) => all + costAt(spot, city), 0);
  }, 0);
}

const canServe = (goal: Goal, { pools, ground, once }: Agreement): boolean => {
  const { wants } = goal;
  if (wants && !wants.each.some((each) => pools[wants.type].some((spot) => each.has(spot) && spot.windows.some((windows) => windows.length > 0)))) return false;
  return !goal.means?.once || once.length === 0 || goal.means.once.some((means) => ground.travel.allowed.has(means));
};

/** Whether nothing speaks against wishes being met together, as far as can be told without a plan. */
export function canAgree(agreement: Agreement, city: City): boolean {
  const { goals, pools, ground, pace, ceiling } = agreement;
  const hasEnough = PLACE_TYPES.every((type) => pools[type].length >= Math.min(needOf(type, city), city.spots[type].length));
  const { allowed } = ground.travel;
  return (
    hasEnough &&
    allowed.size > 0 &&
    pace.atLeast <= pace.atMost &&
    ground.frames.every(({ earliest, latest }) => earliest < latest) &&
    goals.every((goal) => canServe(goal, agreement)) &&
    (ceiling === Infinity || leastCost(agreement, city) <= ceiling)
  );
}

/** Takes up wishes in order of their claim, each that goes together with those before it. */
export function agree(ordered: readonly Goal[], city: City, frames: readonly Frame[], isSaving: boolean): Agreement {
  let agreement = agreementOn([], city, frames, isSaving);
  for (const goal of ordered) {
    const next = agreementOn([...agreement.goals, goal], city, frames, isSaving);
    if (canAgree(next, city)) agreement = next;
  }
  return agreement;
}
