import { DAY, MINUTE } from './civil';

/** What the clock of a zone shows at an instant (ms since 1970 UTC), as ms since 1970-01-01 on that clock. A phone without time zones passes its own. */
export type WallClock = (instant: number, zone: string) => number;

interface Zone {
  format: Intl.DateTimeFormat;
  /** Minutes ahead of UTC at the beginning of a UTC day. */
  offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();
const MOST_ZONES = 100;
const MOST_DAYS = 10_000;

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    if (zones.size >= MOST_ZONES) zones.clear();
    zone = { format: new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' }), offsets: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

/** Whether this machine knows a zone of that IANA name. */
export function isZone(name: string): boolean {
  try {
    return Boolean(zoneOf(name));
  } catch {
    return false;
  }
}

function ask({ format }: Zone, instant: number): number {
  const [, sign, hours, minutes = '0'] = /GMT([+-])(\d\d)(?::(\d\d))?/.exec(format.format(instant)) ?? [];
  return hours === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function offsetOfDay(zone: Zone, day: number): number {
  let offset = zone.offsets.get(day);
  if (offset === undefined) {
    if (zone.offsets.size >= MOST_DAYS) zone.offsets.clear();
    offset = ask(zone, day * DAY);
    zone.offsets.set(day, offset);
  }
  return offset;
}

/** Minutes the clocks of a zone are ahead of UTC at an instant; seconds of old local mean times are dropped, ISO 8601 has no place for them. */
export function offsetAt(name: string, instant: number): number {
  const zone = zoneOf(name);
  const day = Math.floor(instant / DAY);
  const before = offsetOfDay(zone, day);
  // asking Intl is slow, and no clock is changed twice in a day
  return before === offsetOfDay(zone, day + 1) ? before : ask(zone, instant);
}

export const wallClock: WallClock = (instant, zone) => instant + offsetAt(zone, instant) * MINUTE;
