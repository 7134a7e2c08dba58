import { legMinutes, SAME_SPOT_KM } from '../travel';
import { type Facts, type Visit, waysOf } from './facts';
import type { Finding } from './finding';

function orderOf(track: readonly Visit[]): Finding[] {
  return track.flatMap(({ stop, place, day, from, to }, i): Finding[] => {
    const at = { rule: 'order', state: 'fail', day, item: stop.id, place: place?.name, fix: 'move' } as const;
    if (Number.isNaN(from) || Number.isNaN(to)) return [{ ...at, code: 'bad-clock', have: `${stop.from}–${stop.to}` }];
    if (to < from || (to === from && stop.kind !== 'hotel')) return [{ ...at, code: 'ends-before-start', have: `${stop.from}–${stop.to}` }];
    const before = track[i - 1];
    return before && from < before.to ? [{ ...at, code: 'overlap', have: stop.from, want: before.stop.to, other: before.place?.name }] : [];
  });
}

/** Each stop ends after it begins, and begins after the one before. */
export const order = ({ tracks }: Facts): Finding[] => tracks.flatMap((ways) => ways.flatMap(orderOf));

const GRACE_MINUTES = 1;

/** There is time for each leg at the speed of its means, a minute aside; beyond 100 m the means is said. */
export const legs = ({ tracks }: Facts): Finding[] =>
  tracks.flat().flatMap((track) =>
    waysOf(track).flatMap(({ before, visit: { stop, place, day, from }, km }): Finding[] => {
      if (km <= SAME_SPOT_KM) return [];
      const at = { rule: 'legs', state: 'fail', day, item: stop.id, place: place?.name, other: before.place?.name } as const;
      if (!stop.leg) return [{ ...at, code: 'no-means' }];
      const [have, want] = [from - before.to, legMinutes(km, stop.leg.by)];
      return have + GRACE_MINUTES >= want || have < 0 ? [] : [{ ...at, code: 'too-far', have, want: Math.ceil(want), fix: 'move' }];
    }),
  );
