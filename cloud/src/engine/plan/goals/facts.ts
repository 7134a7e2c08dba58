import type { Constraint } from '@shared/domain/itinerary/types';
import type { City } from '../city';
import { plain, textsOf } from '../match';
import type { PlanInput } from '../types';
import { compare } from './compare';

const among = ({ op }: Constraint, such: readonly boolean[]): boolean => (op === 'ne' ? !such.some(Boolean) : op === 'in' ? such.every(Boolean) : such.some(Boolean));

function isCity(constraint: Constraint, city: string): boolean {
  const here = plain(city);
  const such = textsOf(constraint).map(plain).some((there) => there !== '' && (here.includes(there) || there.includes(here)));
  return constraint.op === 'ne' ? !such : such;
}

function isDate(constraint: Constraint, start: string | undefined): boolean | null {
  if (!start) return null;
  const [first = '', last] = textsOf(constraint);
  const isSpan = constraint.op === 'in' && last !== undefined;
  const such = isSpan ? start >= first && start <= last : constraint.op === 'le' ? start <= first : constraint.op === 'ge' ? start >= first : textsOf(constraint).includes(start);
  return constraint.op === 'ne' ? !such : such;
}

/** What no search can change: the days, the people, the city, the way there. null: the input does not tell. */
export function factOf(constraint: Constraint, input: PlanInput, { party }: City): boolean | null {
  switch (constraint.type) {
    case 'days':
      return compare(constraint, input.days);
    case 'people':
      return compare(constraint, party);
    case 'to_city':
      return isCity(constraint, input.city);
    case 'date':
      return isDate(constraint, input.start?.slice(0, 10));
    case 'transport_intercity': {
      const legs = input.intercity ?? [];
      return legs.length === 0 ? null : among(constraint, legs.map(({ by }) => textsOf(constraint).includes(by)));
    }
    default:
      return null;
  }
}
