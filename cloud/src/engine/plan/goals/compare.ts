import type { Constraint } from '@shared/domain/itinerary/types';
import { numbersOf } from '../match';

/** Whether a number is as a constraint says; `in` with two numbers is a span. null: the constraint names no number. */
export function compare(constraint: Constraint, have: number): boolean | null {
  const numbers = numbersOf(constraint);
  const [first, second] = numbers;
  if (first === undefined) return null;
  switch (constraint.op) {
    case 'le':
      return have <= first;
    case 'ge':
      return have >= first;
    case 'ne':
      return !numbers.includes(have);
    case 'in':
      return second === undefined || numbers.length > 2 ? numbers.includes(have) : have >= first && have <= second;
    default:
      return numbers.includes(have);
  }
}

/** All of it, in three values: one false is false, else one unknown is unknown. */
export function every<T>(things: readonly T[], pass: (thing: T) => boolean | null): boolean | null {
  let all: boolean | null = true;
  for (const thing of things) {
    const one = pass(thing);
    if (one === false) return false;
    if (one === null) all = null;
  }
  return all;
}
