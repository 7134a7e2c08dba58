import type { ConstraintType } from '../../types';
import type { Facts } from '../facts';
import type { Finding } from '../finding';
import { judgeMobility, judgePace, judgeRest } from './comfort';
import { judgeDiet } from './diet';
import { judgeArrive, judgeCity, judgeDate, judgeDays, judgeLeave, judgePeople } from './frame';
import { judgeCityMeans, judgeRides } from './means';
import { type Judge, mineOf } from './mine';
import { judgeBudget, judgePerHead, judgePrice } from './money';
import { judgeKind, judgeName } from './places';

const JUDGES: Record<ConstraintType, Judge> = {
  days: judgeDays,
  people: judgePeople,
  budget: judgeBudget,
  budget_per_person: judgePerHead,
  from_city: judgeCity,
  to_city: judgeCity,
  date: judgeDate,
  arrive: judgeArrive,
  leave: judgeLeave,
  transport_intercity: judgeRides,
  transport_city: judgeCityMeans,
  attraction_kind: judgeKind,
  attraction_name: judgeName,
  restaurant_kind: judgeKind,
  restaurant_name: judgeName,
  hotel_kind: judgeKind,
  hotel_name: judgeName,
  hotel_price: judgePrice,
  meal_price: judgePrice,
  diet: judgeDiet,
  pace: judgePace,
  mobility: judgeMobility,
  rest: judgeRest,
};

/** One finding for each constraint of each wish, judged by what its member does on the trip. */
export function wishes(facts: Facts): Finding[] {
  return facts.trip.wishes.flatMap(({ id, member, constraints }) => {
    const mine = mineOf(facts, member);
    return constraints.map((constraint): Finding => ({ rule: 'wish', ...(id === undefined ? {} : { wish: id }), member, constraint, ...JUDGES[constraint.type](constraint, mine) }));
  });
}
