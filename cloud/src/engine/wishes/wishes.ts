import type { ConstraintType } from '../../../../shared/domain/itinerary/types';
import { citiesIn } from './cities';
import { isTold } from './correction';
import { inChinese } from './english';
import { habitsIn } from './habits';
import { localCuisine } from './local';
import { meansIn } from './means';
import { momentsIn, withoutSums } from './moments';
import { partyIn } from './party';
import { placesIn } from './places';
import { pricesIn } from './prices';
import { blot, OF_HOTEL, readable } from './said';
import { daysIn } from './stay';
import type { ReadConstraint, WishesInput } from './types';

/** Of these the last word counts: 预算五千，不对，六千. */
const SINGLE: readonly ConstraintType[] = ['budget', 'budget_per_person', 'pace'];

const keyOf = ({ type, op, value }: ReadConstraint): string => JSON.stringify([type, SINGLE.includes(type) ? '' : op === 'ne', SINGLE.includes(type) ? '' : value]);

/** Each wish once, in the order they were said. */
function settled(read: readonly ReadConstraint[]): ReadConstraint[] {
  const kept = new Map<string, ReadConstraint>();
  for (const constraint of [...read].sort((a, b) => a.span[0] - b.span[0])) {
    const key = keyOf(constraint);
    if (!kept.has(key) || SINGLE.includes(constraint.type)) kept.set(key, constraint);
  }
  return [...kept.values()];
}

/** A word of a diet is no wish for such a restaurant as well, unless it is the list's own word. */
const withoutDiets = (places: readonly ReadConstraint[], diets: readonly ReadConstraint[]): ReadConstraint[] =>
  places.filter(({ span }) => !diets.some((diet) => diet.type === 'diet' && diet.span[0] <= span[0] && span[1] <= diet.span[1]));

/** The wishes of a text about a trip, in the order they were said. */
export function wishes({ text: given, now, zone = 'Asia/Shanghai', names = [], kinds = {} }: WishesInput): { constraints: ReadConstraint[] } {
  const { text, back } = inChinese(given, now, zone);
  const said = readable(text);
  const places = placesIn(said, names, kinds);
  const rest = blot(blot(said, places.named), places.hotels, OF_HOTEL);
  const habits = habitsIn(rest);
  const cities = citiesIn(rest);
  const days = daysIn(rest);
  // 4日行程 is no fourth
  const moments = momentsIn(withoutSums(blot(rest, days.map(({ span }) => span).filter(([start, end]) => rest.text.slice(start, end).includes('日')))), now, zone);
  // 1号到5号去，玩四天: what is said of days goes before what dates come to
  const told = days.length > 0 ? moments.filter(({ type }) => type !== 'days') : moments;
  const read = [...withoutDiets(places.read, habits), ...pricesIn(rest), ...partyIn(rest), ...days, ...cities, ...localCuisine(rest, cities, kinds), ...meansIn(rest), ...told, ...habits];
  return { constraints: settled(read.filter(({ span }) => !isTold(said, span[0]))).map((one) => ({ ...one, span: back(one.span) })) };
}
