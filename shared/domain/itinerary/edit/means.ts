import type { TripPlan } from '../trip';
import type { Means } from '../types';

/** Up to here one walks where nobody said how to go. */
export const WALK_KM = 1;

/** How this party goes when nobody says: a short way on foot, else as on most legs of the plan. */
export function usualMeans({ days }: TripPlan): (km: number) => Means {
  const used = days.flatMap(({ items }) => items.map(({ leg }) => leg?.by));
  const count = (means: Means): number => used.filter((by) => by === means).length;
  const far: Means = count('metro') > count('taxi') ? 'metro' : 'taxi';
  return (km) => (km <= WALK_KM ? 'walk' : far);
}
