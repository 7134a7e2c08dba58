import type { Spot } from './city';

/**
 * Places that together serve every wish for one: the wish with the fewest places first, by the place that serves most
 * wishes, then is worth most. Wishes without any place are left out.
 */
export function cover(wants: readonly (readonly Spot[])[], worth: (spot: Spot, chosen: readonly Spot[]) => number): Spot[] {
  let open = wants.filter(({ length }) => length > 0);
  const chosen: Spot[] = [];
  while (open.length > 0) {
    const narrowest = open.reduce((least, some) => (some.length < least.length ? some : least));
    const sets = open.map((some) => new Set(some));
    const rated = narrowest.map((spot) => ({ spot, serves: sets.filter((some) => some.has(spot)).length, worth: worth(spot, chosen) }));
    const best = rated.reduce((a, b) => (b.serves > a.serves || (b.serves === a.serves && b.worth > a.worth) ? b : a)).spot;
    chosen.push(best);
    open = open.filter((some) => !some.includes(best));
  }
  return chosen;
}
