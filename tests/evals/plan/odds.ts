import { hasName, ofKind } from '../../../shared/domain/itinerary/check/wish/match';
import type { PlanInput } from '../../../cloud/src/engine/plan';
import type { Constraint, Place, PlaceType } from '../../../shared/domain/itinerary/types';

/* Which wishes rule each other out on the face of it, so that no plan can meet both. */

const SORTS: Partial<Record<string, PlaceType>> = { attraction: 'attraction', restaurant: 'restaurant', meal: 'restaurant', hotel: 'hotel' };
const sortOf = ({ type }: Constraint): PlaceType | undefined => SORTS[type.split('_')[0] ?? ''];
const valuesOf = ({ value }: Constraint): string[] => [value].flat().map(String);

/** Whether a place is what a wish names. */
function isIt(place: Place, { type, value }: Constraint, exact: ReturnType<typeof hasName>): boolean {
  return (type.endsWith('_name') ? exact(place, String(value)) : ofKind(place, String(value))) === 'yes';
}

/** Whether a wish for all stops of a sort lets a place be: none of that kind, or at most that price. */
function allows(place: Place, wish: Constraint, exact: ReturnType<typeof hasName>): boolean {
  if (wish.type.endsWith('_price')) return (place.price ?? 0) <= Number(wish.value);
  return wish.op !== 'ne' || !isIt(place, wish, exact);
}

function placesAtOdds(one: Constraint, all: Constraint, places: readonly Place[]): boolean {
  const sort = sortOf(one);
  if (one.op !== 'has' || sort === undefined || sort !== sortOf(all)) return false;
  const there = places.filter(({ type }) => type === sort);
  const exact = hasName(there);
  return !there.some((place) => isIt(place, one, exact) && allows(place, all, exact));
}

function meansAtOdds(a: Constraint, b: Constraint): boolean {
  if (a.type !== 'transport_city' || b.type !== 'transport_city') return false;
  const shares = valuesOf(a).some((means) => valuesOf(b).includes(means));
  if (a.op === 'in') return b.op === 'ne' ? shares : !shares;
  return a.op === 'has' && b.op === 'ne' && shares;
}

/** Whether no plan can meet both. */
export const atOdds = (a: Constraint, b: Constraint, places: readonly Place[]): boolean =>
  placesAtOdds(a, b, places) || placesAtOdds(b, a, places) || meansAtOdds(a, b) || meansAtOdds(b, a);

type Given = readonly { member: string; constraint: Constraint }[];

/** Share of the worst-off member where those wishes are given up. */
function worstWithout(given: Given, dropped: ReadonlySet<number>): number {
  const members = [...new Set(given.map(({ member }) => member))];
  const shares = members.map((id) => {
    const own = given.flatMap(({ member }, i) => (member === id ? [dropped.has(i)] : []));
    return own.filter((isDropped) => !isDropped).length / own.length;
  });
  return Math.min(1, ...shares);
}

/** Share of the worst-off member that no plan can pass: of each two wishes at odds one is given up, in the way that is best for him. */
export function mostOfWorstOff({ members, pois }: PlanInput): number {
  const given: Given = members.flatMap(({ id, constraints }) => constraints.map((constraint) => ({ member: id, constraint })));
  const pairs = given.flatMap((a, i) => given.flatMap((b, j): [number, number][] => (i < j && atOdds(a.constraint, b.constraint, pois) ? [[i, j]] : [])));
  const best = (dropped: ReadonlySet<number>): number => {
    const open = pairs.find(([i, j]) => !dropped.has(i) && !dropped.has(j));
    return open ? Math.max(...open.map((i) => best(new Set([...dropped, i])))) : worstWithout(given, dropped);
  };
  return best(new Set());
}
