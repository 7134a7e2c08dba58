import { type Facts, isMeal, type Visit } from './facts';
import type { Finding } from './finding';

/** As many days as asked for. */
export const days = ({ trip }: Facts): Finding[] =>
  trip.days === undefined || trip.days === trip.plan.days.length ? [] : [{ rule: 'days', state: 'fail', code: 'day-count', have: trip.plan.days.length, want: trip.days }];

const NEEDED = [
  ['attraction', 'missing-attraction'],
  ['lunch', 'missing-lunch'],
  ['dinner', 'missing-dinner'],
] as const;

/** Each day an attraction, lunch and dinner, for everybody. */
export const daily = ({ tracks }: Facts): Finding[] =>
  tracks.flatMap((ways, day) =>
    NEEDED.flatMap(([kind, code]): Finding[] => (ways.every((track) => track.some(({ stop }) => stop.kind === kind)) ? [] : [{ rule: 'daily', state: 'fail', code, day }])),
  );

/** Each night but the last day's ends in a hotel, for everybody. */
export const nights = ({ tracks }: Facts): Finding[] =>
  tracks
    .slice(0, -1)
    .flatMap((ways, day): Finding[] => (ways.every((track) => track[track.length - 1]?.stop.kind === 'hotel') ? [] : [{ rule: 'nights', state: 'fail', code: 'no-hotel', day }]));

/** No attraction and no restaurant twice. */
export function once({ days: all }: Facts): Finding[] {
  const seen = new Map<string, Visit>();
  return all.flat().flatMap((visit): Finding[] => {
    const { stop, place, day } = visit;
    if (place?.type === 'hotel' || !(stop.kind === 'attraction' || isMeal(stop.kind))) return [];
    const earlier = seen.get(stop.placeId);
    seen.set(stop.placeId, earlier ?? visit);
    return earlier ? [{ rule: 'once', state: 'fail', code: 'twice', have: earlier.day, day, item: stop.id, place: place?.name, fix: 'replace' }] : [];
  });
}
