import { LIMITS } from '../limits';
import { readRule } from '../recurrence/rule';
import { dayNumber, planOf } from './plan';
import type { ChallengeRules } from './types';

/** Whether a rule has a last day of its own. */
function isFinite({ cadence }: ChallengeRules): boolean {
  const rule = cadence.kind === 'rrule' ? readRule(cadence.rrule) : null;
  return rule?.count !== undefined || rule?.until !== undefined;
}

/**
 * How many days there are to check in on, as far as a goal counts them: weeks where days in a row are asked for of so many a week.
 * Infinity without an end; 0 too where no day comes within the longest a challenge may last. `start` and `end` must be days of the calendar.
 */
export function chancesOf(rules: ChallengeRules): number {
  const { end, cadence, goal } = rules;
  if (end === undefined && cadence.kind !== 'rrule') return Infinity;
  const plan = planOf(rules);
  const last = end === undefined ? plan.start + LIMITS.challengeDays - 1 : dayNumber(end);
  let count = 0;
  const step = cadence.kind === 'perWeek' && goal?.kind === 'consecutive' ? 7 : 1;
  for (let day = plan.start; day <= last; day += step) if (plan.on(day).isRequired(day)) count++;
  return end === undefined && count > 0 && !isFinite(rules) ? Infinity : count;
}
