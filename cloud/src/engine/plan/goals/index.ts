import type { Constraint } from '@shared/domain/itinerary/types';
import type { City } from '../city';
import type { PlanInput, PlanMember } from '../types';
import { factOf } from './facts';
import { meansGoal } from './means';
import { budgetGoal, priceGoal } from './money';
import { placeGoal } from './places';
import { shapeGoal } from './shape';
import type { Goal } from './types';

export type { Goal, Verdict } from './types';

/** Yuan all pay for the trains and flights that are already chosen. */
export const faresOf = ({ intercity = [] }: PlanInput, party: number): number => intercity.reduce((sum, { price = 0 }) => sum + price * party, 0);

function goalOf(constraint: Constraint, input: PlanInput, city: City): Omit<Goal, 'member' | 'constraint'> {
  const fact = factOf(constraint, input, city);
  return placeGoal(constraint, city) ?? priceGoal(constraint) ?? budgetGoal(constraint, city, faresOf(input, city.party)) ?? meansGoal(constraint) ?? shapeGoal(constraint, input.days) ?? { judge: () => fact };
}

/** A member's own budget is one wish more. */
const wishesOf = ({ constraints, budget }: PlanMember): readonly Constraint[] => (budget === undefined ? constraints : [...constraints, { type: 'budget_per_person', op: 'le', value: budget }]);

/** Every wish of every member, in their order. */
export const readGoals = (input: PlanInput, city: City): Goal[] =>
  input.members.flatMap((member) => wishesOf(member).map((constraint) => ({ member: member.id, constraint, ...goalOf(constraint, input, city) })));
