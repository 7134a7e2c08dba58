import type { Constraint } from '@shared/domain/itinerary/types';
import type { City, Spot } from '../city';
import { numbersOf } from '../match';
import { compare, every } from './compare';
import { visitsTo } from './places';
import type { Goal } from './types';

const isKnown = ({ place }: Spot): boolean => place.price !== undefined;

/* A price said as a bare number is about that much. */
const ABOUT = 0.1;

function isPrice(constraint: Constraint, price: number): boolean | null {
  const [about] = numbersOf(constraint);
  return constraint.op === 'eq' || constraint.op === 'has' ? Math.abs(price - (about as number)) <= (about as number) * ABOUT : compare(constraint, price);
}

/** A price of each meal or each hotel night, per head or per room and night. */
export function priceGoal(constraint: Constraint): Omit<Goal, 'member' | 'constraint'> | undefined {
  const type = constraint.type === 'meal_price' ? 'restaurant' : constraint.type === 'hotel_price' ? 'hotel' : undefined;
  if (!type || numbersOf(constraint).length === 0) return undefined;
  const fits = (spot: Spot): boolean | null => (isKnown(spot) ? isPrice(constraint, spot.price) : null);
  return { bars: { types: [type], allows: (spot) => fits(spot) === true }, judge: (tally) => every(visitsTo(type, tally), ({ stop }) => fits(stop.spot as Spot)) };
}

/**
 * A budget for all or per head, `fares` (yuan for all) on top of what the plan costs. A span is kept by keeping below its
 * upper end: nobody minds a trip that is too cheap. Within a budget, but with a price unknown, is not known to be within.
 */
export function budgetGoal(constraint: Constraint, { party }: City, fares: number): Omit<Goal, 'member' | 'constraint'> | undefined {
  const heads = constraint.type === 'budget' ? 1 : constraint.type === 'budget_per_person' ? party : 0;
  const numbers = numbersOf(constraint);
  if (heads === 0 || numbers.length === 0) return undefined;
  if (constraint.op === 'ge' || constraint.op === 'ne') return { judge: ({ cost }) => compare(constraint, (cost + fares) / heads) };
  const ceiling = Math.max(...numbers) * heads - fares;
  return { ceiling, judge: ({ cost, visits }) => (cost > ceiling + 0.005 ? false : visits.every(({ stop }) => isKnown(stop.spot as Spot)) || null) };
}
