import { minutesOf } from './clock';
import { ORDINARY_FRAME, type Frame } from './frame';
import type { PlanInput } from './types';

/* From the train or the plane into town, and to it before it leaves. */
const AFTER = { train: 30, airplane: 75 };
const BEFORE = { train: 60, airplane: 120 };

/** The bounds of each day before anybody wishes anything: trains and flights that are already chosen. */
export function framesOf({ days, intercity = [] }: PlanInput): Frame[] {
  return Array.from({ length: days }, (_, day) => {
    const frame = { ...ORDINARY_FRAME };
    for (const { direction, by, from, to } of intercity) {
      if (direction === 'out' && day === 0) frame.earliest = Math.max(frame.earliest, (minutesOf(to) ?? 0) + AFTER[by]);
      if (direction === 'back' && day === days - 1) frame.latest = Math.min(frame.latest, (minutesOf(from) ?? frame.latest) - BEFORE[by]);
    }
    return frame;
  });
}
