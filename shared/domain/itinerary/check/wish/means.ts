import { SAME_SPOT_KM } from '../../travel';
import type { Constraint } from '../../types';
import { type Mine, NOT_CHECKABLE, spotOf, textsOf, type Verdict } from './mine';

/** Up to here everybody walks. */
const SHORT_WALK_KM = 1;

const MISSING: Verdict = { state: 'unknown', code: 'not-said', fix: 'discuss' };

function judge({ op, value }: Constraint, used: readonly { by: string; aside?: boolean; at?: Partial<Verdict> }[]): Verdict {
  const wanted = textsOf(value);
  const one = used.find(({ by }) => wanted.includes(by));
  if (op === 'has') return one ? { state: 'pass', code: 'there', ...one.at } : { state: 'fail', code: 'none', fix: 'replace' };
  if (op === 'ne') return one ? { state: 'fail', code: 'there', fix: 'replace', ...one.at } : { state: 'pass', code: 'none' };
  if (op !== 'in' && op !== 'eq') return NOT_CHECKABLE;
  const other = used.find(({ by, aside }) => !aside && !wanted.includes(by));
  return other ? { state: 'fail', code: 'other', have: other.by, fix: 'replace', ...other.at } : { state: 'pass', code: 'ok' };
}

/** Means of the legs within the city; a walk under 1 km is nobody's choice. */
export function judgeCityMeans(constraint: Constraint, { ways }: Mine): Verdict {
  const legs = ways.filter(({ visit, km }) => visit.stop.leg && km > SAME_SPOT_KM);
  return judge(constraint, legs.map(({ visit, km }) => ({ by: visit.stop.leg?.by as string, aside: visit.stop.leg?.by === 'walk' && km < SHORT_WALK_KM, at: spotOf(visit) })));
}

export function judgeRides(constraint: Constraint, { facts: { trip } }: Mine): Verdict {
  return trip.rides?.length ? judge(constraint, trip.rides) : MISSING;
}
