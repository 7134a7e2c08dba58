import { DAY, MINUTE } from '../../civil';
import { offsetAt } from '../../zone';

const two = (value: number): string => String(value).padStart(2, '0');

/** `+0800` of minutes ahead of UTC. */
const offsetText = (minutes: number): string => `${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}${two(Math.abs(minutes) % 60)}`;

/** `20261128T090000` of milliseconds since 1970 on a wall clock. */
export const stampOf = (wall: number): string => new Date(wall).toISOString().slice(0, 19).replace(/[-:]/g, '');

/** The first minute of `[from, to)` at which the offset is that of `to`. */
function changeIn(zone: string, from: number, to: number): number {
  let [low, high] = [from / MINUTE, to / MINUTE];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(zone, middle * MINUTE) === offsetAt(zone, to)) high = middle;
    else low = middle;
  }
  return high * MINUTE;
}

function observance(kind: 'STANDARD' | 'DAYLIGHT', wall: number, before: number, after: number): string[] {
  return [`BEGIN:${kind}`, `DTSTART:${stampOf(wall)}`, `TZOFFSETFROM:${offsetText(before)}`, `TZOFFSETTO:${offsetText(after)}`, `END:${kind}`];
}

const MARGIN_DAYS = 370;

/**
 * A VTIMEZONE that is right for all instants between two (ms since 1970), told by each change of the clocks in that span
 * and a year around it. A calendar that knows the zone by its name needs none of it.
 */
export function timezoneLines(zone: string, from: number, to: number): string[] {
  const [first, last] = [Math.floor(from / DAY) - MARGIN_DAYS, Math.ceil(to / DAY) + MARGIN_DAYS];
  const start = offsetAt(zone, first * DAY);
  const lines = observance('STANDARD', first * DAY + start * MINUTE, start, start);
  for (let day = first; day < last; day++) {
    const [before, after] = [offsetAt(zone, day * DAY), offsetAt(zone, (day + 1) * DAY)];
    if (before === after) continue;
    const at = changeIn(zone, day * DAY, (day + 1) * DAY);
    lines.push(...observance(after > before ? 'DAYLIGHT' : 'STANDARD', at + before * MINUTE, before, after));
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...lines, 'END:VTIMEZONE'];
}
