import { sayWish } from '@shared/domain/itinerary/words';
import type { Goal } from '../goals';
import type { Solution } from '../solve';
import { tallyOf, type Tally } from '../trip';
import type { Reason, Unmet } from '../types';
import { sayReason } from './reasons';

/** What the places of the city say: there are none, or they keep closed. */
function ofPlaces({ wants, bars }: Goal, { city }: Solution): Reason | undefined {
  const type = wants?.type ?? bars?.types[0];
  if (!type) return undefined;
  const such = wants ? [...new Set(wants.each.flatMap((each) => [...each]))] : city.spots[type].filter((spot) => bars?.allows(spot));
  if (such.length === 0) return { cause: 'no-such-place', type };
  if (!such.some(({ windows }) => windows.some((some) => some.length > 0))) return { cause: 'closed', place: such[0]?.place.name ?? '' };
  if (type === 'hotel' && wants && city.days === 1) return { cause: 'no-night' };
  return undefined;
}

function ofMoney({ ceiling }: Goal, { cost }: Tally): Reason | undefined {
  return ceiling === undefined || cost <= ceiling ? undefined : { cause: 'over', cost, excess: cost - ceiling };
}

const clashWith = (goal: Goal, rival: Goal, byMoney: boolean): Reason => ({ cause: 'clash', against: rival.member, wish: rival.constraint, isOwn: rival.member === goal.member, byMoney });

/** A wish that is met and leaves no room for this one. */
function ofOthers(goal: Goal, { goals, together }: Solution, tally: Tally): Reason | undefined {
  const rival = goals.find((other) => other !== goal && other.judge(tally) === true && together(other) && !together(goal, other));
  return rival && clashWith(goal, rival, rival.ceiling !== undefined);
}

/** What all that is met leaves no money, no room or no time for. */
function ofAll(goal: Goal, { goals, together, crowding, city: { days, party } }: Solution, tally: Tally): Reason {
  const isFact = ![goal.wants, goal.bars, goal.ceiling, goal.means, goal.frame, goal.pace].some(Boolean);
  if (isFact) return { cause: 'not-so', days, party };
  if (!together(goal)) return { cause: 'too-few' };
  const met = goals.filter((other) => other.judge(tally) === true);
  const crowd = crowding(goal, ...met);
  if (crowd) return { cause: 'no-time', days, crowd };
  const budget = met.filter(({ ceiling }) => ceiling !== undefined).sort((a, b) => (a.ceiling as number) - (b.ceiling as number))[0];
  const isDear = budget && !together(goal, ...met) && together(goal, ...met.filter(({ ceiling }) => ceiling === undefined));
  return isDear ? clashWith(goal, budget, true) : { cause: 'no-time', days };
}

/** Every wish the trip does not meet, with the reason; what nobody can tell is not among them. */
export function unmetOf(solution: Solution): Unmet[] {
  const tally = tallyOf(solution.trip);
  return solution.goals
    .filter((goal) => goal.judge(tally) === false)
    .map((goal) => {
      const { member, constraint } = goal;
      const reason = ofPlaces(goal, solution) ?? ofMoney(goal, tally) ?? ofOthers(goal, solution, tally) ?? ofAll(goal, solution, tally);
      return { member, constraint, why: sayReason(reason, sayWish(constraint, 'zh'), 'zh', (id) => id), ...reason };
    });
}
