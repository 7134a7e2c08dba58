import type { Spot } from './city';
import { DAY } from './clock';
import type { Window } from './hours';
import type { StopKind } from './types';

/** What bounds one day of a trip, in minutes since midnight. */
export interface Frame {
  /** When one leaves the hotel, or begins, at the earliest. */
  earliest: number;
  /** When the last stop but the hotel is over. */
  latest: number;
  /** When one is at the hotel at the latest. */
  home: number;
  /** Minutes of rest after lunch. */
  pause: number;
}

export const ORDINARY_FRAME: Frame = { earliest: 450, latest: 1320, home: 1410, pause: 0 };

/* When a meal may begin, and when people like it to. The last five minutes are left out: whether 14:00 is still lunch is a matter of taste. */
const MEALS: Partial<Record<StopKind, Window & { liked: number }>> = {
  breakfast: { from: 360, to: 535, liked: 480 },
  lunch: { from: 660, to: 835, liked: 705 },
  dinner: { from: 1020, to: 1195, liked: 1065 },
};
const LIKED_START = 540;

/** When a stop of a kind is liked to begin; sights as soon as one is there, but not before nine. */
export const likedStart = (kind: StopKind): number => MEALS[kind]?.liked ?? (kind === 'hotel' ? 0 : LIKED_START);

const SHORTEST = 30;

/** When a stop in a window must be over: a night market that opens when others close is visited on the way home, unless somebody has to be there or off earlier. */
function overBy(kind: StopKind, { from }: Window, { latest, home }: Frame): number {
  if (kind === 'hotel') return DAY;
  return kind === 'attraction' && latest >= ORDINARY_FRAME.latest && from + SHORTEST > latest ? home : latest;
}

/** The spans in which a stop may begin so that `least` minutes of it fit. */
export function beginnings(kind: StopKind, spot: Spot | undefined, day: number, least: number, frame: Frame): Window[] {
  const meal = MEALS[kind];
  const windows = spot ? (spot.windows[day] ?? []) : [{ from: 0, to: DAY }];
  return windows
    .map((window) => ({ from: Math.max(window.from, meal?.from ?? 0), to: Math.min(Math.min(window.to, overBy(kind, window, frame)) - least, meal?.to ?? frame.home) }))
    .filter(({ from, to }) => from <= to);
}

/** Whether a kind of stop can be had at all on such a day. */
export const hasRoomFor = (kind: StopKind, frame: Frame): boolean => {
  const meal = MEALS[kind];
  return !meal || (meal.to >= frame.earliest && meal.from + 60 <= frame.latest);
};

/** The end of a stop at the latest: closing time, the end of the day. */
export function closing(kind: StopKind, spot: Spot | undefined, day: number, from: number, frame: Frame): number {
  const window = spot?.windows[day]?.find((one) => one.from <= from && from < one.to) ?? { from: 0, to: DAY };
  return Math.min(overBy(kind, window, frame), window.to);
}
