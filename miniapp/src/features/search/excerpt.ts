import type { SearchHit } from '@shared/wire/message';

/** A run of a text, found or not. */
export interface Piece {
  text: string;
  hit: boolean;
}

export type Span = readonly [from: number, to: number];

/* Signs kept before the first hit when the beginning has to go. */
const BEFORE = 12;

/** Spans in order, without what lies outside the text; those that touch are one. */
function tidy(spans: readonly Span[], length: number): [number, number][] {
  const sorted = spans
    .map(([from, to]): [number, number] => [Math.max(0, from), Math.min(length, to)])
    .filter(([from, to]) => from < to)
    .sort((a, b) => a[0] - b[0]);
  const joined: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = joined[joined.length - 1];
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else joined.push([from, to]);
  }
  return joined;
}

/* The middle of a surrogate pair is no place to cut. */
const wholeSign = (text: string, at: number): number => (at > 0 && /[\udc00-\udfff]/.test(text.charAt(at)) ? at - 1 : at);

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/**
 * A text cut to about `room` signs around its first hit, on one line, in runs that are found or not.
 * Spans are [start, end) in UTF-16 units of the text.
 */
export function excerptOf(text: string, spans: readonly Span[], room = 60): Piece[] {
  const hits = tidy(spans, text.length);
  const first = hits[0]?.[0] ?? 0;
  const start = first > room - BEFORE ? wholeSign(text, first - BEFORE) : 0;
  const end = wholeSign(text, Math.min(text.length, start + room));
  const pieces: Piece[] = [];
  const add = (from: number, to: number, hit: boolean): void => {
    if (from < to) pieces.push({ text: oneLine(text.slice(from, to)), hit });
  };
  let at = start;
  for (const [from, to] of hits) {
    if (from >= end) break;
    add(at, from, false);
    add(from, Math.min(to, end), true);
    at = Math.min(to, end);
  }
  add(at, end, false);
  if (start > 0) pieces.unshift({ text: '…', hit: false });
  if (end < text.length) pieces.push({ text: '…', hit: false });
  return pieces;
}

/** Whether a message holds the words as they were typed, in its text or in the name of its file; the rest only shares some with them. */
export const isExact = ({ spans, message }: Pick<SearchHit, 'spans' | 'message'>): boolean => spans.length > 0 || message.file?.kind === 'file';

/** Where a word stands in a name, whatever its case; nowhere: empty. */
export function spansIn(name: string, query: string): Span[] {
  const word = query.trim().toLowerCase();
  const at = word === '' ? -1 : name.toLowerCase().indexOf(word);
  return at < 0 ? [] : [[at, at + word.length]];
}
