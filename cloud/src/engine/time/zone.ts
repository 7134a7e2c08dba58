import { DAY, MINUTE } from './civil';

const formats = new Map<string, Intl.DateTimeFormat>();
const MOST_ZONES = 100;

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    if (formats.size >= MOST_ZONES) formats.clear();
    format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
    formats.set(zone, format);
  }
  return format;
}

export function isZone(zone: string): boolean {
  try {
    return Boolean(formatOf(zone));
  } catch {
    return false;
  }
}

/** Whether a text is an instant as ISO 8601 with its offset. */
export const isMoment = (iso: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/.test(iso) && !Number.isNaN(Date.parse(iso));

const QUARTER = 15 * MINUTE;
const offsets = new Map<string, number>();
const MOST_OFFSETS = 10_000;

/** Minutes the clocks of a zone are ahead of UTC at an instant; seconds of old local mean times are dropped, ISO 8601 has no place for them. */
function offsetAt(zone: string, instant: number): number {
  // clocks change on a quarter of an hour, and asking Intl is slow
  const key = `${zone} ${Math.floor(instant / QUARTER)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    const [, sign, hours, minutes = '0'] = /GMT([+-])(\d\d)(?::(\d\d))?/.exec(formatOf(zone).format(instant)) ?? [];
    offset = hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
    if (offsets.size >= MOST_OFFSETS) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

/** What the clock of a zone shows at an ISO 8601 instant. */
export function wallOf(iso: string, zone: string): number {
  const instant = Date.parse(iso);
  return instant + offsetAt(zone, instant) * MINUTE;
}

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
