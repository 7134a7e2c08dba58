import { DAY, MINUTE, wallDay } from '../civil';
import type { Window } from './types';

/** [C2] From when to when a day may be checked in, in ms since its midnight; beyond 24 h where the window crosses midnight. */
export interface Span {
  from: number;
  to: number;
}

const clock = (text: string): number => (Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5))) * MINUTE;

export function spanOf(window: Window | undefined): Span {
  if (!window) return { from: 0, to: DAY };
  const [from, to] = [clock(window.from), clock(window.to)];
  return { from, to: to <= from ? to + DAY : to };
}

/** [C2] The day whose window is open at a wall time, null where none is. Where rules have changed two may be: the one that closes first. */
export function dayAt(spanOn: (day: number) => Span, wall: number): number | null {
  const today = wallDay(wall);
  for (const day of [today - 1, today]) {
    const { from, to } = spanOn(day);
    const time = wall - day * DAY;
    if (from <= time && time < to) return day;
  }
  return null;
}

export const hasEnded = ({ to }: Span, day: number, wall: number): boolean => wall >= day * DAY + to;
