import { readdirSync, readFileSync } from 'node:fs';
import type { TimeItem } from '../../cloud/src/engine/time/types';
import { askEngine, evalFile } from './engine';
import type { Measure } from './measure';
import { setDays, setClock, setWeekday } from './timeRules';

/** Dates and clocks of a gold value by name: date, time, startDate, endTime, startDateTime, duration … */
type Resolution = Record<string, string>;

interface Gold {
  start: number;
  end: number;
  kind: TimeItem['kind'];
  timex: string;
  /** Future and past reading; either counts. */
  readings: Resolution[];
}

export interface TimeCase {
  text: string;
  now: string;
  gold: Gold[];
}

interface SpecResult {
  Start: number;
  Length: number;
  Type: string;
  Value?: { Timex?: string; FutureResolution?: Resolution; PastResolution?: Resolution };
}
interface SpecCase {
  Input: string;
  Context?: { ReferenceDateTime?: string };
  Results: SpecResult[];
}

const KINDS: Record<string, TimeItem['kind']> = { date: 'point', time: 'point', datetime: 'point', daterange: 'range', timerange: 'range', datetimerange: 'range', duration: 'duration', set: 'recurring' };
const NO_NOW = '2016-11-07T14:07:00';

function goldOf({ Start, Length, Type, Value }: SpecResult): Gold {
  const kind = KINDS[Type.split('.').at(-1) as string];
  if (kind === undefined) throw new Error(`unknown type of time: ${Type}`);
  return { start: Start, end: Start + Length, kind, timex: Value?.Timex ?? '', readings: [Value?.FutureResolution ?? {}, Value?.PastResolution ?? {}] };
}

export function loadTimes(): TimeCase[] {
  const folder = evalFile('recognizers-zh');
  const files = readdirSync(folder).filter((name) => /^DateTime\..*Parser\.json$/.test(name));
  const specs = files.sort().flatMap((name) => JSON.parse(readFileSync(`${folder}/${name}`, 'utf8').replace(/^\ufeff/, '')) as SpecCase[]);
  return specs.map(({ Input, Context, Results }) => ({ text: Input, now: `${Context?.ReferenceDateTime ?? NO_NOW}+08:00`, gold: Results.map(goldOf) }));
}

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const TOLERANCE = 0.05;

/** The wall time an item or gold value gives, its zone left out: 2017-03-22T08:00:00. */
const wall = (iso: string): string => iso.replace(' ', 'T').slice(0, 19);

/* Gold is as precise as it is long: a date, a clock, or both. */
function samePoint(found: string | undefined, gold: string): boolean {
  if (found === undefined) return false;
  return /^\d\d:/.test(gold) ? wall(found).slice(11, 11 + gold.length) === gold : wall(found).startsWith(wall(gold));
}

const wallMs = (iso: string): number => Date.parse(`${wall(iso)}${iso.includes(':') ? '' : 'T00:00:00'}Z`);

function nearEnd(found: string | undefined, gold: string): boolean {
  if (found === undefined) return false;
  if (!/^\d\d:/.test(gold)) return Math.abs(wallMs(found) - wallMs(gold)) <= (gold.includes(':') ? MINUTE_MS : DAY_MS);
  const apart = Math.abs(wallMs(`2000-01-01T${wall(found).slice(11)}`) - wallMs(`2000-01-01T${gold}`));
  return Math.min(apart, DAY_MS - apart) <= MINUTE_MS;
}

const endOf = (reading: Resolution, end: 'start' | 'end'): string | undefined => Object.entries(reading).find(([key]) => key.startsWith(end))?.[1];

const near = (found: number | undefined, gold: number): boolean => found !== undefined && Math.abs(found - gold) <= TOLERANCE * gold;

function rightReading(item: TimeItem, { kind, timex }: Gold, reading: Resolution): boolean {
  if (kind === 'point') return Object.values(reading).every((value) => samePoint(item.from, value));
  if (kind === 'duration') return near(item.seconds, Number(reading['duration']));
  if (kind === 'recurring') return rightRule(item, timex);
  const [start, end] = [endOf(reading, 'start'), endOf(reading, 'end')];
  return (start === undefined || samePoint(item.from, start)) && (end === undefined || nearEnd(item.to, end));
}

function rightRule({ rrule = '', window, from }: TimeItem, timex: string): boolean {
  const [days, weekday, clock] = [setDays(timex), setWeekday(timex), setClock(timex)];
  const part = (name: string): string | undefined => new RegExp(`(?:^|;)${name}=([^;]*)`).exec(rrule)?.[1];
  const length = ({ MINUTELY: 1 / 1440, HOURLY: 1 / 24, DAILY: 1, WEEKLY: 7, MONTHLY: 30.4, YEARLY: 365.25 } as Record<string, number>)[part('FREQ') ?? ''];
  if (length === undefined || !near(length * Number(part('INTERVAL') ?? 1), days)) return false;
  const day = from === undefined ? undefined : new Date(`${from.slice(0, 10)}T00:00:00Z`).getUTCDay();
  if (weekday !== undefined && (part('BYDAY') ?? ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][day ?? 0]) !== weekday) return false;
  const hour = part('BYHOUR');
  const said = window?.from ?? (hour === undefined ? from?.slice(11, 16) : `${hour.padStart(2, '0')}:${(part('BYMINUTE') ?? '0').padStart(2, '0')}`);
  return clock === undefined || said === clock;
}

const exists = (reading: Resolution): boolean => !Object.values(reading).some((value) => value.startsWith('0001-'));

function rightItem(item: TimeItem, gold: Gold): boolean {
  if (item.kind !== gold.kind) return false;
  return !gold.readings.every(exists) || gold.readings.some((reading) => rightReading(item, gold, reading));
}

const overlap = (item: TimeItem, gold: Gold): boolean => item.span[0] < gold.end && gold.start < item.span[1];
const sameSpan = (item: TimeItem, gold: Gold): boolean => item.span[0] === gold.start && item.span[1] === gold.end;

export const spansRight = (items: readonly TimeItem[], gold: readonly Gold[]): boolean => items.length === gold.length && items.every((item) => gold.some((g) => sameSpan(item, g)));

export const valuesRight = (items: readonly TimeItem[], gold: readonly Gold[]): boolean =>
  gold.every((g) => items.some((item) => overlap(item, g) && rightItem(item, g))) && items.every((item) => gold.some((g) => overlap(item, g)));

const isStrict = (items: readonly TimeItem[], gold: readonly Gold[]): boolean => spansRight(items, gold) && gold.every((g) => items.some((item) => sameSpan(item, g) && rightItem(item, g)));

const itemsOf = (answer: unknown): TimeItem[] => {
  const items = (answer as { items?: unknown } | undefined)?.items;
  return Array.isArray(items) ? (items as TimeItem[]) : [];
};

export async function measureTime(): Promise<Measure[]> {
  const cases = loadTimes();
  const { answers } = await askEngine('time', cases.map(({ text, now }) => ({ text, now, zone: 'Asia/Shanghai' })));
  const share = (right: (items: TimeItem[], gold: Gold[]) => boolean): number => cases.filter(({ gold }, i) => right(itemsOf(answers[i]), gold)).length / cases.length;
  return [
    { name: 'time spans', figure: share(spansRight), bar: 0.88, floor: 0.112 },
    { name: 'time values', figure: share(valuesRight), bar: 0.8, floor: 0.146 },
    { name: 'time strict', figure: share(isStrict), floor: 0.092 },
  ];
}
