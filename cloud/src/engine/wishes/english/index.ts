import { time } from '../../time';
import { PHRASES } from './phrases';

/** A text in the words the readers know, and where each stretch of it stood: [start, end) in both. */
export interface Translated {
  text: string;
  /** A span of the translated text as one of what was said. */
  back: (span: readonly [number, number]) => [number, number];
}

interface Piece {
  text: string;
  start: number;
  end: number;
  /** Whether it stands as it was said, sign for sign. */
  isKept: boolean;
}

const HAN = /\p{Script=Han}/u;
const DAY = 86_400_000;

const chineseDay = (iso: string): string => {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${year}年${month}月${day}日`;
};
const dayBefore = (iso: string): string => new Date(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) - DAY).toISOString();

const NAMED_DAY = /mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tomorrow|weekend|week|holiday|christmas|new year|\d[/.-]\d/i;

/** Days that are named, as days of the calendar; a time of day is left to the phrases around it. */
function days(text: string, now: string, zone: string): Piece[] {
  return time({ text, now, zone }).items.flatMap(({ kind, from, to, span: [start, end], text: said }): Piece[] => {
    if ((kind !== 'point' && kind !== 'range') || from === undefined || !NAMED_DAY.test(said) || /\d\s?(?:[ap]m|:)/i.test(said)) return [];
    const last = to === undefined ? from : dayBefore(to);
    const isOne = kind === 'point' || last.slice(0, 10) <= from.slice(0, 10);
    return [{ text: isOne ? chineseDay(from) : `${chineseDay(from)}到${chineseDay(last)}`, start, end, isKept: false }];
  });
}

function phrases(text: string): Piece[] {
  return PHRASES.flatMap(([words, say]) => [...text.matchAll(words)].map((hit): Piece => ({ text: hit[0].replace(new RegExp(words.source, words.flags.replace('g', '')), say as string), start: hit.index, end: hit.index + hit[0].length, isKept: false })));
}

/** Those that overlap no earlier one of the list. */
const apart = (pieces: readonly Piece[]): Piece[] =>
  pieces.reduce<Piece[]>((kept, one) => (kept.some((other) => one.start < other.end && other.start < one.end) ? kept : [...kept, one]), []).sort((a, b) => a.start - b.start);

function withKept(text: string, found: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  let at = 0;
  const keep = (to: number): void => void (to > at && all.push({ text: text.slice(at, to), start: at, end: to, isKept: true }));
  for (const piece of found) {
    keep(piece.start);
    all.push(piece);
    at = piece.end;
  }
  keep(text.length);
  return all;
}

function backThrough(pieces: readonly Piece[]): Translated['back'] {
  const at = (position: number, isEnd: boolean): number => {
    let from = 0;
    for (const { text, start, end, isKept } of pieces) {
      const inside = position - from;
      if (isEnd ? inside <= text.length : inside < text.length) return isKept ? start + inside : isEnd ? end : start;
      from += text.length;
    }
    return pieces.at(-1)?.end ?? 0;
  };
  return ([start, end]) => [at(start, false), at(end, true)];
}

function translated(text: string, found: readonly Piece[]): Translated {
  if (found.length === 0) return { text, back: ([start, end]) => [start, end] };
  const pieces = withKept(text, found);
  return { text: pieces.map((piece) => piece.text).join(''), back: backThrough(pieces) };
}

const isEnglish = (text: string): boolean => /[a-z]{3}/i.test(text) && !HAN.test(text);

/** What is said in English, phrase by phrase in the words the readers know; a text with Chinese in it stays as it is. */
export const inChinese = (text: string, now: string, zone: string): Translated => translated(text, isEnglish(text) ? apart([...phrases(text), ...days(text, now, zone)]) : []);

/** The same for telling what sort of saying it is, in which days do not matter. */
export const gist = (text: string): string => translated(text, isEnglish(text) ? apart(phrases(text)) : []).text;
