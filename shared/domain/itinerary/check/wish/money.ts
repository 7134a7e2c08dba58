import type { Constraint } from '../../types';
import type { Visit } from '../facts';
import { compare, worst } from './compare';
import { type Mine, spotOf, type Verdict, visitsOf } from './mine';

/** Money not in sight can only be more: a limit kept so far is not known to hold, one broken is. */
function withUnknown(verdict: Verdict, isUnknown: boolean): Verdict {
  if (!isUnknown || (verdict.state === 'fail' && verdict.code === 'over')) return verdict;
  return { ...verdict, state: 'unknown', code: 'facts-missing', fix: 'verify' };
}

const priceless = (visits: readonly Visit[]): boolean => visits.some(({ stop, place }) => stop.kind !== 'rest' && place?.price === undefined);
const cents = (yuan: number): number => Math.round(yuan * 100) / 100;

const fares = ({ facts }: Mine): number => (facts.trip.rides ?? []).reduce((sum, { price = 0 }) => sum + price, 0);
const faresUnknown = ({ facts }: Mine): boolean => (facts.trip.rides ?? []).some(({ price }) => price === undefined);

/** The whole party's: all stops, and the rides for everybody. */
export function judgeBudget(constraint: Constraint, mine: Mine): Verdict {
  const { trip, days } = mine.facts;
  const total = trip.plan.cost + fares(mine) * trip.party.size;
  return withUnknown({ ...compare(constraint, cents(total)), fix: 'replace' }, priceless(days.flat()) || faresUnknown(mine));
}

/** A head's: a member's own part of each stop he joins. */
export function judgePerHead(constraint: Constraint, mine: Mine): Verdict {
  const visits = mine.days.flat();
  const own = visits.reduce((sum, { stop, heads }) => sum + stop.cost / Math.max(1, heads), fares(mine));
  return withUnknown({ ...compare(constraint, cents(own)), fix: 'replace' }, priceless(visits) || faresUnknown(mine));
}

/** A meal a head or a room a night: each of them holds. */
export function judgePrice(constraint: Constraint, mine: Mine): Verdict {
  const verdicts = visitsOf(mine, constraint.type === 'hotel_price' ? 'hotel' : 'restaurant').map((visit): Verdict => {
    const price = visit.place?.price;
    if (price === undefined) return { state: 'unknown', code: 'facts-missing', fix: 'verify', ...spotOf(visit) };
    return { ...compare(constraint, price, true), fix: 'replace', ...spotOf(visit) };
  });
  return worst(verdicts, { state: 'pass', code: 'none' });
}
