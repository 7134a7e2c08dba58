/** A time that a text speaks of. Times are ISO 8601 with the offset of the zone asked for. */
export interface TimeItem {
  text: string;
  /** [start, end) in UTF-16 units. */
  span: [number, number];
  kind: 'point' | 'range' | 'duration' | 'recurring';
  /** The moment, midnight for a whole day; the beginning of a range; the next occurrence. Missing where the date does not exist or the range has no beginning. */
  from?: string;
  /** The end of a range and of a point that is a whole day, not part of it: a day ends at the next midnight. */
  to?: string;
  /** Length of a duration; a month is 30 days, a year 365. */
  seconds?: number;
  /** RFC 5545; without a time of day where `window` tells it. Of 每天9点前 it names the end of the window, and so does `from`. */
  rrule?: string;
  /** From when to when of each day it recurs, HH:MM. */
  window?: { from: string; to: string };
}

export interface TimeInput {
  text: string;
  /** ISO 8601 with offset. */
  now: string;
  /** IANA name. */
  zone: string;
}
