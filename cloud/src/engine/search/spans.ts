import { fold, foldMapped } from '../text/fold';

function occurrences(text: string, term: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) found.push(at);
  return found;
}

/**
 * Where the terms stand in a text, for marking: [start, end) in UTF-16 units of the text as it is, in order, joined
 * where they touch. Terms are compared folded: width and case do not matter.
 */
export function spansOf(text: string, terms: readonly string[]): [number, number][] {
  const folded = foldMapped(text);
  const spans = terms
    .map(fold)
    .filter((term) => term !== '')
    .flatMap((term) => occurrences(folded.text, term).map((at): [number, number] => [folded.starts[at] as number, folded.ends[at + term.length - 1] as number]))
    .sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const joined: [number, number][] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
    else joined.push(span);
  }
  return joined;
}
