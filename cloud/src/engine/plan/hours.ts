import type { Place, PlaceType } from '@shared/domain/itinerary/types';
import { DAY, minutesOf } from './clock';

/** Minutes since midnight of a day; `to` beyond 1440 is after midnight. */
export interface Window {
  from: number;
  to: number;
}

/* What a place of unknown hours is taken to keep; the plan says that it is a guess. */
const ORDINARY: Record<PlaceType, Window> = { attraction: { from: 540, to: 1020 }, restaurant: { from: 660, to: 1260 }, hotel: { from: 0, to: DAY } };

function windowOf(open: string | undefined, close: string | undefined): Window | undefined {
  const from = minutesOf(open);
  const to = minutesOf(close);
  if (from === undefined || to === undefined) return undefined;
  return { from, to: to <= from ? to + DAY : to };
}

/** Whether the hours of a place on such a day are told, not guessed. */
export const knowsHours = (place: Place, weekday: number | undefined): boolean =>
  (weekday !== undefined && place.hours !== undefined) || windowOf(place.open, place.close) !== undefined || place.type === 'hotel';

/** When one may be in a place on a weekday, earliest first; none: closed. */
export function windowsOn(place: Place, weekday: number | undefined): readonly Window[] {
  if (weekday !== undefined && place.hours) {
    const told = place.hours.filter(({ days }) => days.includes(weekday)).map(({ open, close }) => windowOf(open, close));
    return told.filter((window) => window !== undefined).sort((a, b) => a.from - b.from);
  }
  return [windowOf(place.open, place.close) ?? ORDINARY[place.type]];
}
