import { surveyCity } from './city';
import { framesOf } from './frames';
import { faresOf, readGoals } from './goals';
import { report } from './report';
import { solve } from './solve';
import type { PlanAnswer, PlanInput } from './types';

/**
 * A trip for a group out of given places, and an account of it: what holds, which wishes are unmet and why. Deterministic;
 * the rules every plan keeps are the metrics' (meals at their hours, open places, possible ways, exact costs, a bed each night).
 */
export function plan(input: PlanInput): PlanAnswer {
  const city = surveyCity(input);
  return report(solve(city, readGoals(input, city), framesOf(input)), faresOf(input, city.party));
}
