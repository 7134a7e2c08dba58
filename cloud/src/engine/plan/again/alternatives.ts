import type { Constraint, Plan } from '@shared/domain/itinerary/types';
import { isOpenOn, travelMinutes, withStops } from '../change';
import type { Spot } from '../city';
import { clockOf } from '../clock';
import { kmBetween } from '../ground';
import { isBetter, scoreOf, type Score } from '../improve';
import type { Solution } from '../solve';
import { stopAt, takenNames, tallyOf, type Day, type Trip } from '../trip';
import { typeOf, type PlanInput } from '../types';
import { takeUp } from './decode';

export interface Alternative {
  poi: string;
  from: string;
  to: string;
  /** Yuan for all and minutes on the way, against the plan as it is. */
  moreCost: number;
  moreMinutes: number;
  /** Wishes that the plan meets and would no longer meet, and the other way round. */
  loses: { member: string; constraint: Constraint }[];
  gains: { member: string; constraint: Constraint }[];
}

const MOST = 5;
const LOOKED_AT = 40;
const SAME_KIND_KM = 2;

/** Places that might stand instead: near the way, of the same kind first. */
function candidates({ trip, agreement }: Solution, d: number, at: number): Spot[] {
  const stops = trip.days[d]?.stops ?? [];
  const here = stops[at]?.spot;
  if (!here) return [];
  const near = [stops[at - 1]?.spot ?? here, stops[at + 1]?.spot ?? here];
  const taken = takenNames(trip);
  const burden = (spot: Spot): number => near.reduce((sum, { place }) => sum + kmBetween(place, spot.place), 0) - (spot.place.kind === here.place.kind ? SAME_KIND_KM : 0) - spot.rank;
  return agreement.pools[here.place.type]
    .filter((spot) => spot !== here && isOpenOn(spot, d) && !taken.has(spot.labels.name))
    .map((spot) => ({ spot, value: burden(spot) }))
    .sort((a, b) => a.value - b.value)
    .slice(0, LOOKED_AT)
    .map(({ spot }) => spot);
}

function metBy({ goals }: Solution, trip: Trip): Set<number> {
  const tally = tallyOf(trip);
  return new Set(goals.flatMap((goal, i) => (goal.judge(tally) === true ? [i] : [])));
}

function present(solution: Solution, changed: Trip, d: number, spot: Spot): Alternative {
  const before = metBy(solution, solution.trip);
  const after = metBy(solution, changed);
  const wishes = (such: (i: number) => boolean): Alternative['loses'] => solution.goals.flatMap(({ member, constraint }, i) => (such(i) ? [{ member, constraint }] : []));
  const visit = changed.days[d]?.visits.find(({ stop }) => stop.spot === spot);
  const minutes = ({ days }: Trip): number => travelMinutes({ ...(days[d] as Day), morning: { km: 0, minutes: 0, cost: 0 } });
  return {
    poi: spot.place.id,
    from: clockOf(visit?.from ?? 0),
    to: clockOf(visit?.to ?? 0),
    moreCost: Math.round((tallyOf(changed).cost - tallyOf(solution.trip).cost) * 100) / 100,
    moreMinutes: minutes(changed) - minutes(solution.trip),
    loses: wishes((i) => before.has(i) && !after.has(i)),
    gains: wishes((i) => !before.has(i) && after.has(i)),
  };
}

/** Up to five places that could stand instead of one stop (`day`, `index` from 0), best first; each fits into the day. */
export function alternatives(input: PlanInput, plan: Plan, day: number, index: number): Alternative[] {
  const solution = takeUp(input, plan);
  const poi = plan.days[day]?.items[index]?.poi;
  const at = solution.trip.days[day]?.stops.findIndex(({ spot }) => spot?.place.id === poi) ?? -1;
  const stop = solution.trip.days[day]?.stops[at];
  if (!stop?.spot) return [];
  const found: { spot: Spot; trip: Trip; score: Score }[] = [];
  for (const spot of candidates(solution, day, at)) {
    if (typeOf(stop.kind) !== spot.place.type) continue;
    const stops = (solution.trip.days[day] as Day).stops.with(at, stopAt(stop.kind, spot, stop.kind === 'hotel' ? stop.least : spot.least));
    const trip = withStops(solution.trip, day, stops, solution.agreement.ground);
    if (trip) found.push({ spot, trip, score: scoreOf(trip, solution.goals, solution.agreement) });
  }
  const sorted = found.sort((a, b) => (isBetter(a.score, b.score) ? -1 : isBetter(b.score, a.score) ? 1 : 0));
  return sorted.slice(0, MOST).map(({ spot, trip }) => present(solution, trip, day, spot));
}
