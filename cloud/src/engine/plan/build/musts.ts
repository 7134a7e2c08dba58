import type { PlaceType } from '@shared/domain/itinerary/types';
import { wantsOf, type Agreement } from '../agree';
import { costAt, type Spot } from '../city';
import { kmBetween } from '../ground';

const YUAN_A_KM = 4;

/** Mean distance to some places, in kilometres. */
const farFrom = (spot: Spot, others: readonly Spot[]): number => (others.length === 0 ? 0 : others.reduce((sum, other) => sum + kmBetween(spot.place, other.place), 0) / others.length);

/**
 * Places of a type that together serve every wish for one, few, cheap and near each other and to `around`: the one that
 * serves most first, wishes with the fewest places to choose from before the others.
 */
export function mustsOf(type: PlaceType, { goals, pools, ground: { city } }: Agreement, around: readonly Spot[]): Spot[] {
  const open = new Set(pools[type].filter(({ windows }) => windows.some((some) => some.length > 0)));
  let sets = wantsOf(goals, type).map((each) => [...each].filter((spot) => open.has(spot))).filter((some) => some.length > 0);
  const chosen: Spot[] = [];
  while (sets.length > 0) {
    const narrowest = sets.reduce((least, set) => (set.length < least.length ? set : least));
    const near = [...around, ...chosen];
    const worth = (spot: Spot): number => sets.filter((set) => set.includes(spot)).length * 1000 - costAt(spot, city) - YUAN_A_KM * city.party * farFrom(spot, near) - Math.max(0, spot.least - 240) / 2 + spot.rank * 5;
    const best = narrowest.map((spot) => ({ spot, value: worth(spot) })).reduce((a, b) => (b.value > a.value ? b : a)).spot;
    chosen.push(best);
    sets = sets.filter((set) => !set.includes(best));
  }
  return chosen;
}
