import { fold } from '../text/fold';

const RUN = /[\p{L}\p{N}\p{M}]+/gu;

const runsOf = (text: string): string[] => fold(text).match(RUN) ?? [];

const pairsOf = (chars: readonly string[]): string[] => chars.slice(0, -1).map((c, i) => c + chars[i + 1]);

/**
 * The index keys of a text: every pair of neighbouring letters, digits or CJK characters and every single one, folded,
 * each once. A text that contains a term has all the grams of that term, so a term is found by an AND of its grams,
 * then checked with spansOf. The single characters are there for terms of one character.
 */
export function grams(text: string): string[] {
  const found = new Set<string>();
  for (const run of runsOf(text)) {
    const chars = [...run];
    for (const single of chars) found.add(single);
    for (const pair of pairsOf(chars)) found.add(pair);
  }
  return [...found];
}

/** What a query asks for, each of which must stand in a hit: its runs of letters, digits and CJK, folded, each once. */
export function queryTerms(query: string): string[] {
  return [...new Set(runsOf(query))];
}
