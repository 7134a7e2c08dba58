import type { PlaceType } from '@shared/domain/itinerary/types';
import type { Goal } from '../goals';
import type { Solution } from '../solve';
import { tallyOf, type Tally } from '../trip';
import type { Unmet } from '../types';
import { wishWords, yuan } from './words';

type Reason = Pick<Unmet, 'cause' | 'why' | 'against'>;

const NOUNS: Record<PlaceType, string> = { attraction: '景点', restaurant: '餐馆', hotel: '酒店' };

/** What the places of the city say: there are none, or they keep closed. */
function ofPlaces({ wants, bars, constraint }: Goal, { city }: Solution): Reason | undefined {
  const type = wants?.type ?? bars?.type;
  if (!type) return undefined;
  const such = wants ? [...new Set(wants.each.flatMap((each) => [...each]))] : city.spots[type].filter((spot) => bars?.allows(spot));
  if (such.length === 0) return { cause: 'no-such-place', why: `没有找到符合${wishWords(constraint)}的${NOUNS[type]}` };
  if (!such.some(({ windows }) => windows.some((some) => some.length > 0))) return { cause: 'closed', why: `${such[0]?.place.name ?? ''}在这几天不开门` };
  if (type === 'hotel' && wants && city.days === 1) return { cause: 'no-night', why: '当天来回，不过夜' };
  return undefined;
}

function ofMoney({ ceiling }: Goal, { cost }: Tally): Reason | undefined {
  if (ceiling === undefined || cost <= ceiling) return undefined;
  return { cause: 'over', why: `按其他愿望和每天的食宿，最少找到 ${yuan(cost)}，超出 ${yuan(cost - ceiling)}` };
}

/** A wish that is met and leaves no room for this one. */
function ofOthers(goal: Goal, { goals, together }: Solution, tally: Tally): Reason | undefined {
  const rival = goals.find((other) => other !== goal && other.judge(tally) === true && together(other) && !together(goal, other));
  if (!rival) return undefined;
  const whose = rival.member === goal.member ? '自己的' : ` ${rival.member} 的`;
  return { cause: 'clash', against: rival.member, why: `与${whose}${wishWords(rival.constraint)}不能同时满足` };
}

function ofAll(goal: Goal, { goals, together, city }: Solution, tally: Tally): Reason {
  const isFact = ![goal.wants, goal.bars, goal.ceiling, goal.means, goal.frame, goal.pace].some(Boolean);
  if (isFact) return { cause: 'not-so', why: `这次是 ${city.days} 天、${city.party} 人，与${wishWords(goal.constraint)}不符` };
  const budget = goals.filter(({ ceiling }) => ceiling !== undefined).sort((a, b) => (a.ceiling as number) - (b.ceiling as number))[0];
  const met = goals.filter((other) => other.judge(tally) === true);
  if (!together(goal)) return { cause: 'too-few', why: '符合的地方不够排满每一天' };
  if (budget && !together(goal, ...met)) return { cause: 'clash', against: budget.member, why: `满足它就会超出${wishWords(budget.constraint)}` };
  return { cause: 'no-time', why: `与其他愿望一起排不进 ${city.days} 天的时间里` };
}

/** Every wish the trip does not meet, with the reason; what nobody can tell is not among them. */
export function unmetOf(solution: Solution): Unmet[] {
  const tally = tallyOf(solution.trip);
  return solution.goals
    .filter((goal) => goal.judge(tally) === false)
    .map((goal) => ({ member: goal.member, constraint: goal.constraint, ...(ofPlaces(goal, solution) ?? ofMoney(goal, tally) ?? ofOthers(goal, solution, tally) ?? ofAll(goal, solution, tally)) }));
}
