import { dayText, parseDay, wallDay } from '../../../../shared/domain/civil';
import { wallClock } from '../../../../shared/domain/zone';
import type { Said } from './said';
import type { ReadConstraint } from './types';

const DAY = '(?:1[0-2]|0?[1-9])SEP(?:3[01]|[12]\\d|0?[1-9])';
/* 1.5-2.5万 and 9.5-10.5公里 are no days. */
const NO_DAY = '(?![\\d.\\/]|\\s?(?:[万千百折分度斤米元块kw%倍个天人岁]|公里|小时))';
const rangeOf = (separator: string): RegExp => {
  const day = DAY.replace('SEP', separator);
  return new RegExp(`(?<![\\d.\\/])(?<first>${day})[号日]?\\s?(?:-|~|到|至|—|–)+\\s?(?<last>${day})[号日]?${NO_DAY}`, 'g');
};
const RANGES = [rangeOf('\\.'), rangeOf('\\/')];
/** 12.5去: a dot is a day's where one sets out. */
const ALONE = new RegExp(`(?<![\\d.])(?<first>${DAY.replace('SEP', '\\.')})(?=[号日]|出发|动身|去|走(?![路了])|回)`, 'g');

/** The next such day from a day on, as YYYY-MM-DD; undefined where the calendar has none, 2.30. */
function dayFrom(words: string, from: string): string | undefined {
  const [month = '', day = ''] = words.split(/[./]/).map((part) => part.padStart(2, '0'));
  const year = Number(from.slice(0, 4));
  return [year, year + 1].map((one) => `${one}-${month}-${day}`).find((date) => date >= from && parseDay(date) !== null);
}

function read(hit: RegExpMatchArray, today: string): ReadConstraint[] {
  const { first = '', last } = hit.groups ?? {};
  const span: [number, number] = [hit.index as number, (hit.index as number) + hit[0].length];
  const from = dayFrom(first, today);
  const to = from && last !== undefined ? dayFrom(last, from) : undefined;
  if (from === undefined) return [];
  if (last === undefined) return [{ type: 'date', op: 'eq', value: from, span }];
  return to === undefined ? [] : [{ type: 'date', op: 'in', value: [from, to], span }];
}

/** Days written in numbers alone, 12.5-12.8, 12/30~1/2; the first is the next such day from `now` (ISO 8601) on. */
export function numericDates({ text }: Said, now: string, zone: string): ReadConstraint[] {
  const today = dayText(wallDay(wallClock(Date.parse(now), zone)));
  const ranges = RANGES.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((hit) => read(hit, today));
  return ranges.length > 0 ? ranges : [...text.matchAll(ALONE)].flatMap((hit) => read(hit, today));
}
