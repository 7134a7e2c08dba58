import { DAY, dayText } from '../civil';
import { dayNumber } from './plan';
import { requiredDays } from './required';
import type { ChallengeRules } from './types';
import { spanOf } from './window';

/** An easier rule waits, so that nobody bends it to a day that is going badly. */
const EASIER_AFTER_DAYS = 7;
const WEEKS = 52;

const length = ({ window }: ChallengeRules): number => {
  const { from, to } = spanOf(window);
  return (to - from) / DAY;
};

/** How many days a week are asked for, on the average of a year. */
function daysAWeek({ cadence, start }: ChallengeRules): number {
  if (cadence.kind === 'perWeek') return cadence.n;
  const first = dayNumber(start);
  const isRequired = requiredDays(cadence, first);
  return Array.from({ length: WEEKS * 7 }, (_, i) => first + i).filter(isRequired).length / WEEKS;
}

/** Days in a row are harder to reach than as many in all. */
function isGoalLower({ goal: before }: ChallengeRules, { goal: after }: ChallengeRules): boolean {
  if (!before || !after) return before !== undefined;
  return after.days < before.days || (before.kind === 'consecutive' && after.kind === 'total' && after.days === before.days);
}

function areCardsMore({ makeup: before }: ChallengeRules, { makeup: after }: ChallengeRules): boolean {
  if (!after || after.cards === 0) return false;
  return after.cards > (before?.cards ?? 0) || after.maxAgeDays > (before?.maxAgeDays ?? 0);
}

/** Far later than any end: none. */
const endOf = ({ end }: ChallengeRules): string => end ?? '9999-12-31';

/** Whether anything is asked for less than before: a wider window, fewer days a week, a lower goal, more make-ups, an earlier end. */
export function isEasier(before: ChallengeRules, after: ChallengeRules): boolean {
  return length(after) > length(before) || daysAWeek(after) < daysAWeek(before) || isGoalLower(before, after) || areCardsMore(before, after) || endOf(after) < endOf(before);
}

/** Everything but the start may change; a field given as undefined is taken out. */
export type Change<R extends ChallengeRules> = Partial<Omit<R, 'start'>>;

/**
 * What rules become, and from which day: the day after `today` (`YYYY-MM-DD`), or 7 days on where they get easier. Days before
 * keep the rules they had, so a new end is not before the eve of that day.
 */
export function changeRules<R extends ChallengeRules>(rules: R, change: Change<R>, today: string): { from: string; rules: R } {
  const changed: R = { ...rules, ...change, start: rules.start };
  const from = dayNumber(today) + (isEasier(rules, changed) ? EASIER_AFTER_DAYS : 1);
  const eve = dayText(from - 1);
  return { from: dayText(from), rules: changed.end !== undefined && changed.end < eve ? { ...changed, end: eve } : changed };
}
