import type { PlanAnswer, PlanInput } from '../../../cloud/src/engine/plan';
import { check, type Finding } from '../../../shared/domain/itinerary/check';
import { partyOf, tripPlanOf } from '../../../shared/domain/itinerary/trip';
import type { Constraint } from '../../../shared/domain/itinerary/types';

/* Judged by the independent checker, which the planner knows nothing of. */

export interface WishOutcome {
  member: string;
  constraint: Constraint;
  state: Finding['state'];
  /** The planner says it could not meet it. */
  listed: boolean;
}

export interface Outcome {
  /** Rules of the plan that fail, with why. */
  faults: string[];
  wishes: WishOutcome[];
}

const same = (a: Constraint, b: Constraint): boolean => a.type === b.type && a.op === b.op && JSON.stringify(a.value) === JSON.stringify(b.value);

/** What became of a plan and of each wish. */
export function judge(input: PlanInput, answer: PlanAnswer): Outcome {
  const wishes = input.members.map(({ id, constraints }) => ({ member: id, constraints }));
  const party = partyOf(input.members.map(({ id }) => id), wishes);
  const findings = check({ plan: tripPlanOf(answer), places: input.pois, party, wishes, days: input.days, start: input.start, city: input.city, rides: input.intercity });
  const faults = findings.filter(({ rule, state }) => rule !== 'wish' && state === 'fail').map(({ rule, code, day, item }) => `${rule} ${code} ${item ?? (day === undefined ? '' : `day ${day + 1}`)}`.trim());
  const outcomes = findings.flatMap(({ rule, member, constraint, state }): WishOutcome[] =>
    rule !== 'wish' || !member || !constraint ? [] : [{ member, constraint, state, listed: answer.unmet.some((unmet) => unmet.member === member && same(unmet.constraint, constraint)) }],
  );
  return { faults, wishes: outcomes };
}
