import type { Constraint, PlaceType } from '@shared/domain/itinerary/types';
import type { City, Spot } from '../city';
import { mightBe, named, ofKind, serving, textsOf } from '../match';
import type { Tally, Visit } from '../trip';
import type { Goal } from './types';

type Part = Omit<Goal, 'member' | 'constraint'>;
type Finder = (spots: readonly Spot[], value: string, isAvoided: boolean) => Spot[];

const SUBJECTS: Partial<Record<Constraint['type'], { type: PlaceType; find: Finder }>> = {
  attraction_kind: { type: 'attraction', find: ofKind },
  attraction_name: { type: 'attraction', find: named },
  restaurant_kind: { type: 'restaurant', find: ofKind },
  restaurant_name: { type: 'restaurant', find: named },
  hotel_kind: { type: 'hotel', find: ofKind },
  hotel_name: { type: 'hotel', find: named },
  diet: { type: 'restaurant', find: serving },
};

const NOT_EATEN = /^(?:不吃|不要|不能吃|忌口?|别放|无|免|no\s+)|(?:过敏|免|-free| allergy)$/i;

export const visitsTo = (type: PlaceType, { sights, meals, nights }: Tally): readonly Visit[] => (type === 'attraction' ? sights : type === 'restaurant' ? meals : nights);

/** What is not eaten, said as a diet: none of it. */
function foodOf(constraint: Constraint): Constraint {
  if (constraint.type !== 'diet') return constraint;
  const texts = textsOf(constraint);
  if (constraint.op !== 'ne' && !texts.every((text) => NOT_EATEN.test(text))) return constraint;
  return { ...constraint, op: 'ne', value: texts.map((text) => text.replace(NOT_EATEN, '').replace(NOT_EATEN, '')) };
}

/* Where a trace does harm, that no card names it proves nothing. */
const HARMFUL = /过敏|花生|坚果|麸|乳糖|芒果|nut|gluten|lactose|allerg/i;

/** A diet: something for it in one meal at least, known to hold only where lunch and dinner always have something. */
function dietGoal(each: readonly ReadonlySet<Spot>[]): Part {
  const serves = ({ stop }: Visit): boolean => each.every((some) => some.has(stop.spot as Spot));
  const judge = ({ meals }: Tally): boolean | null => (meals.some(serves) ? meals.every((meal) => meal.stop.kind === 'breakfast' || serves(meal)) || null : false);
  return { wants: { type: 'restaurant', each }, judge };
}

/**
 * Wishes for places by name, kind or diet: `has` and `eq` at least one such (of a list: any), `ne` none, `in` no other.
 */
export function placeGoal(given: Constraint, city: City): Part | undefined {
  const subject = SUBJECTS[given.type];
  if (!subject) return undefined;
  const { type } = subject;
  const constraint = foodOf(given);
  const each = textsOf(constraint).map((value) => new Set(subject.find(city.spots[type], value, constraint.op === 'ne')));
  const such = new Set(each.flatMap((some) => [...some]));
  const isSuch = ({ stop }: Visit): boolean => such.has(stop.spot as Spot);
  const mayHarm = constraint.type === 'diet' && HARMFUL.test(textsOf(given).join());
  if (constraint.type === 'diet' && constraint.op !== 'ne') return dietGoal(each);
  switch (constraint.op) {
    case 'ne':
      return { bars: { types: [type], allows: (spot) => !such.has(spot) }, shuns: new Set(textsOf(constraint).flatMap((value) => mightBe(city.spots[type], value))), judge: (tally) => !visitsTo(type, tally).some(isSuch) && (!mayHarm || null) };
    case 'in':
      return { bars: { types: [type], allows: (spot) => such.has(spot) }, judge: (tally) => visitsTo(type, tally).every(isSuch) };
    default:
      return { wants: { type, each }, judge: (tally) => visitsTo(type, tally).some(isSuch) };
  }
}
