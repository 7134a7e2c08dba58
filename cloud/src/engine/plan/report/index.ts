import type { PlanItem } from '@shared/domain/itinerary/types';
import { sayWish } from '@shared/domain/itinerary/words';
import { clockOf } from '../clock';
import type { Solution } from '../solve';
import { tallyOf, type Visit } from '../trip';
import type { PlanAnswer, PlanCheck } from '../types';
import { ruleChecks } from './rules';
import { unmetOf } from './unmet';

const cents = (amount: number): number => Math.round(amount * 100) / 100;

const itemOf = ({ stop, from, to, leg, cost }: Visit): PlanItem => ({
  kind: stop.kind,
  poi: stop.spot?.place.id ?? '',
  from: clockOf(from),
  to: clockOf(to),
  cost: cents(cost),
  ...(leg?.by && { by: leg.by }),
});

/** The trip as an answer: items, cost, what is unmet and why, one check a rule and one a wish. `fares`: yuan for all, trains and flights. */
export function report(solution: Solution, fares: number): PlanAnswer {
  const tally = tallyOf(solution.trip);
  const days = solution.trip.days.map(({ visits }) => ({ items: visits.map(itemOf) }));
  const unmet = unmetOf(solution);
  const wishes = solution.goals.map((goal): PlanCheck => {
    const pass = goal.judge(tally);
    const why = unmet.find(({ member, constraint }) => member === goal.member && constraint === goal.constraint)?.why;
    return { rule: 'wish', pass, detail: `${sayWish(goal.constraint, 'zh')}：${pass === null ? '无法判断' : (why ?? '满足')}`, member: goal.member, constraint: goal.constraint };
  });
  return { days, cost: cents(days.flatMap(({ items }) => items).reduce((sum, { cost }) => sum + cost, 0)), unmet, checks: [...ruleChecks(solution, fares), ...wishes] };
}
