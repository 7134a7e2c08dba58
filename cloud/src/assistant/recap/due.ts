import type { Digest, Hours } from '@shared/wire/aiRole';
import { isWithin } from '../allowance';
import { DAY, HOUR, MINUTE } from '../../infra/clock';

/* Wall times: milliseconds since 1970-01-01 on the clock of the place. */

/** A digest whose time has come: the day that names it, when it was due, and when it may be said. */
export interface DueDigest {
  /** YYYY-MM-DD. */
  day: string;
  scheduled: number;
  said: number;
  /** What it tells of begins here. */
  since: number;
}

/** A digest missed for longer is not made up for. */
const LATEST = 6 * HOUR;

const minutesOf = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

const startOf = (wall: number): number => wall - (((wall % DAY) + DAY) % DAY);
/** 1 Monday … 7 Sunday. */
const weekdayOf = (wall: number): number => ((Math.floor(wall / DAY) + 3) % 7) + 1;

/** When it may be said: at its time, or when quiet hours that hold it back end. */
export function outsideQuiet(scheduled: number, at: string, quiet: Hours | null): number {
  if (!quiet || quiet.from === quiet.to || !isWithin(at, quiet)) return scheduled;
  const end = startOf(scheduled) + minutesOf(quiet.to) * MINUTE;
  return end > scheduled ? end : end + DAY;
}

/** The digest that is due at a wall time; undefined when the last one is not yet to be said, or was missed too long ago. */
export function dueDigest({ every, at, weekday = 1 }: Digest, quiet: Hours | null, wall: number): DueDigest | undefined {
  let scheduled = startOf(wall) + minutesOf(at) * MINUTE;
  while (scheduled > wall || (every === 'week' && weekdayOf(scheduled) !== weekday)) scheduled -= DAY;
  const said = outsideQuiet(scheduled, at, quiet);
  if (said > wall || wall - said > LATEST) return undefined;
  return { day: new Date(scheduled).toISOString().slice(0, 10), scheduled, said, since: scheduled - (every === 'week' ? 7 : 1) * DAY };
}
