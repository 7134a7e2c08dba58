import { DAY, HOUR, MINUTE, parseDay } from '../civil';

/** RFC 5545, all that speaks of days. Oftener than daily is left out: nobody wants that in a group. */
export interface Rule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  months?: number[] | undefined;
  /** -1 is the last day of the month. */
  monthDays?: number[] | undefined;
  /** Weekdays 1–7 from Monday; `nth` of them in the month, or in the year of a yearly rule without months; -1 the last. */
  weekdays?: { weekday: number; nth?: number }[] | undefined;
  /** Which of the days of a period, -1 the last. */
  positions?: number[] | undefined;
  count?: number | undefined;
  /** The last moment, milliseconds since 1970 on the clock of the place, or of UTC. */
  until?: { at: number; isUtc: boolean } | undefined;
  /** First day of the week, 1–7 from Monday. */
  weekStart: number;
  /** Milliseconds since midnight. */
  clock?: number | undefined;
}

const NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FREQS = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;

function whole(text: string, min: number, max: number): number | undefined {
  const number = Number(text);
  return /^[+-]?\d{1,6}$/.test(text) && number >= min && number <= max ? number : undefined;
}

function weekdayIn(text: string): { weekday: number; nth?: number } | undefined {
  const [, nth, name = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = NAMES.indexOf(name) + 1;
  if (weekday === 0 || (nth !== undefined && (Number(nth) === 0 || Math.abs(Number(nth)) > 53))) return undefined;
  return nth === undefined ? { weekday } : { weekday, nth: Number(nth) };
}

function untilIn(text: string): { at: number; isUtc: boolean } | undefined {
  const [, year, month, day, hour, minute = '0', second = '0', utc] = /^(\d{4})(\d\d)(\d\d)(?:T([01]\d|2[0-3])([0-5]\d)([0-5]\d)(Z)?)?$/.exec(text) ?? [];
  const on = parseDay(`${year}-${month}-${day}`);
  if (on === null) return undefined;
  return { at: on * DAY + (hour === undefined ? DAY - 1 : Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * 1000), isUtc: utc === 'Z' };
}

type Fields = ReadonlyMap<string, string>;

function fieldsOf(text: string): Fields | null {
  const parts = text.replace(/^RRULE:/, '').replace(/;$/, '').split(';').map((part) => /^([A-Z]+)=([^=]+)$/.exec(part));
  const fields = new Map(parts.map((part) => [part?.[1] ?? '', part?.[2] ?? '']));
  return fields.size === parts.length && !fields.has('') ? fields : null;
}

/** A field that is absent adds nothing; one that cannot be read makes the whole null. */
class Reader {
  isBad = false;

  constructor(private readonly fields: Fields) {}

  one<T>(name: string, read: (text: string) => T | undefined): T | undefined {
    const text = this.fields.get(name);
    const value = text === undefined ? undefined : read(text);
    if (text !== undefined && value === undefined) this.isBad = true;
    return value;
  }

  list<T>(name: string, read: (text: string) => T | undefined): T[] | undefined {
    return this.one(name, (text) => {
      const values = text.split(',').map(read);
      return values.includes(undefined) ? undefined : (values as T[]);
    });
  }
}

const number = (min: number, max: number) => (text: string) => whole(text, min, max);
/** Counted from the end too, but never 0. */
const place = (max: number) => (text: string) => whole(text, -max, max) || undefined;

function clockOf(hour: number | undefined, minute = 0): number | undefined {
  return hour === undefined ? undefined : hour * HOUR + minute * MINUTE;
}

const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'WKST', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'BYSETPOS', 'BYHOUR', 'BYMINUTE', 'BYSECOND']);

/* The nth Monday of a week means nothing, and a place among days needs days to choose from. */
function isSenseless({ freq, weekdays, monthDays, positions, months }: Rule): boolean {
  const isNth = weekdays?.some(({ nth }) => nth !== undefined);
  return Boolean((isNth && freq !== 'MONTHLY' && freq !== 'YEARLY') || (positions && !weekdays && !monthDays && !months));
}

/** Reads an RRULE; null where it holds what this does not understand, so that nothing is repeated otherwise than it says. */
export function readRule(text: string): Rule | null {
  const fields = fieldsOf(text);
  if (!fields || [...fields.keys()].some((name) => !KNOWN.has(name))) return null;
  const reader = new Reader(fields);
  const weekday = (name: string): number | undefined => NAMES.indexOf(name) + 1 || undefined;
  const [hour, minute] = [reader.one('BYHOUR', number(0, 23)), reader.one('BYMINUTE', number(0, 59))];
  reader.one('BYSECOND', number(0, 0));
  const freq = reader.one('FREQ', (name) => FREQS.find((known) => known === name));
  const read = {
    interval: reader.one('INTERVAL', number(1, 1000)) ?? 1,
    months: reader.list('BYMONTH', number(1, 12)),
    monthDays: reader.list('BYMONTHDAY', place(31)),
    weekdays: reader.list('BYDAY', weekdayIn),
    positions: reader.list('BYSETPOS', place(366)),
    count: reader.one('COUNT', number(1, 100_000)),
    until: reader.one('UNTIL', untilIn),
    weekStart: reader.one('WKST', weekday) ?? 1,
    clock: clockOf(hour, minute),
  };
  return !freq || reader.isBad || isSenseless({ freq, ...read }) ? null : { freq, ...read };
}
