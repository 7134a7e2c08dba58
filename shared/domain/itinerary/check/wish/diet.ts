import { ALLERGY, type Constraint, type Place } from '../../types';
import type { Visit } from '../facts';
import { type Answer, isDescribed, writtenOf } from './match';
import { type Mine, NOT_CHECKABLE, spotOf, textsOf, type Verdict, visitsOf } from './mine';
import { worst } from './compare';

/** What is written where a diet is served, or where a food is. A value that is none of these stands for itself. */
const WRITTEN: readonly (readonly [RegExp, RegExp])[] = [
  [/素|vegetarian|vegan/i, /素[食菜斋面馆餐膳]|[食全净]素|蔬食|斋菜|vegetarian|vegan/],
  [/清真|halal/i, /清真|halal|穆斯林/],
  [/辣|spicy/i, /辣|川菜|湘菜|重庆|麻婆|spicy/],
  [/海鲜|seafood/i, /海鲜|海鱼|虾|蟹|贝|蚝|刺身|寿司|seafood/],
  [/猪|pork/i, /猪|五花肉|红烧肉|培根|火腿|pork/],
  [/牛(?!奶)|beef/i, /牛(?!奶)|beef|steak/],
  [/羊|lamb|mutton/i, /羊|lamb|mutton/],
];

/** Where a trace does harm, silence about it is no word that there is none. */
const HARMFUL = /花生|坚果|麸|乳糖|芒果|蛋|过敏|nut|gluten|lactose|allerg/i;

/** 不辣, 免辣: named because it is not there. */
const FREE_OF = /[不免无]辣/g;

function wordsOf(given: string): RegExp {
  const value = given.replace(ALLERGY, '');
  return WRITTEN.find(([said]) => said.test(value))?.[1] ?? new RegExp(value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').toLowerCase());
}

function offers(place: Place, value: string): Answer {
  if (wordsOf(value).test(writtenOf(place).replace(FREE_OF, ''))) return 'yes';
  return isDescribed(place) && !HARMFUL.test(value) ? 'no' : 'unknown';
}

const mainMeals = (mine: Mine): Visit[] => visitsOf(mine, 'restaurant').filter(({ stop }) => stop.kind !== 'breakfast');

/**
 * `has`: lunch and dinner each have it. Where one does and the others are silent it is not known whether one can eat there.
 * `ne`: no meal is known to be of it, and none is undescribed.
 */
export function judgeDiet({ op, value }: Constraint, mine: Mine): Verdict {
  const meals = op === 'ne' ? visitsOf(mine, 'restaurant') : mainMeals(mine);
  const open: Verdict = { state: 'unknown', code: 'facts-missing', fix: 'verify' };
  if (op === 'ne')
    return worst(
      meals.flatMap((meal) => textsOf(value).map((one): Verdict => {
        const answer = offers(meal.place as Place, one);
        return { ...(answer === 'yes' ? { state: 'fail', code: 'there', fix: 'replace' } : answer === 'unknown' ? open : { state: 'pass', code: 'none' }), ...(answer === 'no' ? {} : spotOf(meal)) };
      })),
      { state: 'pass', code: 'none' },
    );
  if (op !== 'has' && op !== 'in' && op !== 'eq') return NOT_CHECKABLE;
  const answers = meals.map((meal) => [meal, textsOf(value).map((one) => offers(meal.place as Place, one))] as const);
  const fits = answers.filter(([, all]) => all.every((answer) => answer === 'yes'));
  const counted = { have: fits.length, want: meals.length };
  const [first] = fits;
  if (first && fits.length === meals.length) return { state: 'pass', code: 'there', ...counted, ...spotOf(first[0]) };
  if (first || answers.some(([, all]) => all.includes('unknown'))) return { ...open, ...counted };
  return { state: 'fail', code: 'none', ...counted, fix: 'replace' };
}
