import { MEANS, type Constraint, type Means } from '@shared/domain/itinerary/types';
import { textsOf } from '../match';
import type { Tally } from '../trip';
import type { Goal } from './types';

const FREE_WALK_KM = 1;

const isMeans = (text: string): text is Means => (MEANS as readonly string[]).includes(text);
const legsOf = ({ visits }: Tally) => visits.flatMap(({ leg }) => (leg?.by ? { by: leg.by, km: leg.km } : []));

/** Means inside the city: `has` at least one such way, `in` and `eq` no other (walks under 1 km aside), `ne` none. */
export function meansGoal(constraint: Constraint): Omit<Goal, 'member' | 'constraint'> | undefined {
  const means = textsOf(constraint).filter(isMeans);
  if (constraint.type !== 'transport_city' || means.length === 0) return undefined;
  const such = new Set(means);
  if (constraint.op === 'ne') return { means: { never: such }, judge: (tally) => !legsOf(tally).some(({ by }) => such.has(by)) };
  if (constraint.op === 'has') return { means: { once: means }, judge: (tally) => legsOf(tally).some(({ by }) => such.has(by)) };
  return { means: { only: such }, judge: (tally) => legsOf(tally).every(({ by, km }) => such.has(by) || (by === 'walk' && km < FREE_WALK_KM)) };
}
