import { isZone, offsetAt, wallClock } from '../../../../shared/domain/zone';
import { DAY, MINUTE, parseDay } from './civil';

export { isZone };

/** Whether a text is an instant as ISO 8601 with its offset, on a day the calendar has. */
export const isMoment = (iso: string): boolean =>
  parseDay(iso.slice(0, 10)) !== null &&
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(iso) &&
  !Number.isNaN(Date.parse(iso));

/** What the clock of a zone shows at an ISO 8601 instant. */
export const wallOf = (iso: string, zone: string): number => wallClock(Date.parse(iso), zone);

/* Of an hour that comes twice the first, of one that is skipped the offset before it. */
function offsetOfWall(zone: string, wall: number): number {
  const before = offsetAt(zone, wall - DAY);
  const after = offsetAt(zone, wall + DAY);
  return before === after || offsetAt(zone, wall - before * MINUTE) === before ? before : offsetAt(zone, wall - after * MINUTE) === after ? after : before;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** A wall time of a zone as ISO 8601 with its offset, to the second. */
export function isoOf(wall: number, zone: string): string {
  const offset = offsetOfWall(zone, wall);
  const ahead = Math.abs(offset);
  return `${new Date(wall).toISOString().slice(0, 19)}${offset < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}`;
}
