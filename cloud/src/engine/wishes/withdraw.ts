import type { Constraint, ConstraintType } from '../../../../shared/domain/itinerary/types';
import { gist } from './english';
import type { TalkWish } from './types';

/** Of these one person has one wish: the later one holds. */
const ONE: ReadonlySet<ConstraintType> = new Set<ConstraintType>(['days', 'people', 'budget', 'budget_per_person', 'from_city', 'date', 'arrive', 'leave', 'pace', 'hotel_price', 'meal_price']);
/** And of these where the words say that one is put in the place of another. */
const REPLACED = /改|换成?|还是|算了|不对|变成|要不|干脆|不如/;
/** Taking back, as against not wanting: 算了不去故宫了. */
const TAKES_BACK = /算了|取消|不(?:去|吃|住|坐|逛|看|玩|要|用|想)[^,，。]{0,12}了|还是不|还是别|改主意|作废|撤回|收回/;
/** All the speaker said: 当我没说. */
const UNSAID = /当我没说|(?:我)?(?:刚才|刚刚|上面|前面)(?:说|提)?的(?:都)?(?:算了|不算|作废|取消|收回|撤回)|我收回|我撤回|就当没说/;

/** What one eats is a diet or a kind of food, as the words have it: 我吃素, 不吃素了. */
const FOOD: ReadonlySet<ConstraintType> = new Set<ConstraintType>(['diet', 'restaurant_kind']);

const same = (a: Constraint, b: Constraint): boolean => (a.type === b.type || (FOOD.has(a.type) && FOOD.has(b.type))) && JSON.stringify(a.value) === JSON.stringify(b.value);

/** Whether a later constraint of the same person ends an earlier one. */
function ends(later: Constraint, earlier: Constraint, isReplaced: boolean): boolean {
  if (same(later, earlier)) return (later.op === 'ne') !== (earlier.op === 'ne');
  if (later.type !== earlier.type || later.op === 'ne' || earlier.op === 'ne') return false;
  if (ONE.has(later.type)) return JSON.stringify([later.op, later.value]) !== JSON.stringify([earlier.op, earlier.value]);
  if (later.type.startsWith('transport')) return later.op === 'in' && earlier.op === 'in';
  return isReplaced && (later.type === 'to_city' || later.type.endsWith('_kind') || later.type.endsWith('_name'));
}

export const unsays = (words: string): boolean => UNSAID.test(words);

/** Earlier wishes of the speaker that a new one ends; what is left of them is his still. `corrects`: it was said to stand in their place. */
export function withdrawnBy(wish: TalkWish, earlier: readonly TalkWish[], corrects = REPLACED.test(gist(wish.words))): TalkWish {
  const kept: Constraint[] = [];
  const withdraws: string[] = [];
  let takenBack = wish.constraints;
  for (const old of earlier) {
    const ended = old.constraints.filter((one) => wish.constraints.some((later) => ends(later, one, corrects)));
    if (ended.length === 0) continue;
    withdraws.push(old.id);
    kept.push(...old.constraints.filter((one) => !ended.includes(one)));
    // what was wished and is taken back is not shunned: others may still go there
    if (TAKES_BACK.test(gist(wish.words))) takenBack = takenBack.filter((later) => later.op !== 'ne' || !ended.some((one) => same(later, one)));
  }
  return withdraws.length === 0 ? wish : { ...wish, constraints: [...kept, ...takenBack], withdraws: [...(wish.withdraws ?? []), ...withdraws] };
}
