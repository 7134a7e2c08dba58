import { withStops } from '../change';
import { fillMeals } from '../build/meals';
import { addSight, sightsIn } from '../build/sights';
import { places } from './replace';
import type { Search } from './search';

const isIncomplete = ({ score }: Search): boolean => (score[0] as number) < 0;

/** Completes days that lack a meal or a sight, if need be by leaving out a sight. */
export function mend(search: Search): boolean {
  if (!isIncomplete(search)) return false;
  const { agreement } = search;
  const filled = search.take(fillMeals(search.trip, agreement));
  const seen = search.trip.days.map((day, d) => sightsIn(day) === 0 && search.take(addSight(search.trip, d, agreement))).includes(true);
  const cut = places(search.trip).filter(({ stop }) => stop.kind === 'attraction' || stop.kind === 'breakfast');
  const left = cut.some(({ d, at }) => {
    if (!isIncomplete(search)) return false;
    const without = withStops(search.trip, d, (search.trip.days[d]?.stops ?? []).toSpliced(at, 1), agreement.ground);
    return without !== undefined && search.take(addSight(fillMeals(without, agreement), d, agreement));
  });
  return filled || seen || left;
}
