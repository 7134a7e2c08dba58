import { plan } from '../../cloud/src/engine/plan';
import { CASES } from '../evals/plan/cases';
import { inputOf, missed } from '../evals/plan/gold';
import { judge } from '../evals/plan/judge';

/* The planner held against the checker, which share no code: what either gets wrong, the other does not know of. */

test.each(CASES.map((one) => [one.name, one] as const))('%s', (_, one) => {
  const input = inputOf(one);
  expect(missed(one, judge(input, plan(input)))).toEqual([]);
});
