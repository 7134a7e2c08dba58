import { foldUnits } from './said';

/** Words of a list found in a text, [start, end) of the text. */
export interface Spotted<T> {
  entry: T;
  start: number;
  end: number;
}

/** An entry and the letters and digits it is known by. */
export interface Word<T> {
  entry: T;
  bare: string;
}

const SIGN = /[\p{L}\p{N}]/u;
const BREAK = /[,;!?。\n]/;
const LATIN = /[a-z0-9]/;

/** A text without what is no letter and no digit, and where each sign stood. */
export interface Line {
  text: string;
  bare: string;
  at: readonly number[];
}

export function lineOf(text: string): Line {
  const at: number[] = [];
  let bare = '';
  for (let i = 0; i < text.length; i++) {
    if (!SIGN.test(text[i] as string)) continue;
    bare += text[i];
    at.push(i);
  }
  return { text, bare, at };
}

export const wordOf = <T>(entry: T, name: string): Word<T> => ({ entry, bare: lineOf(foldUnits(name)).bare });

/** SPA is not in space. */
function isWhole(text: string, start: number, end: number): boolean {
  const left = LATIN.test(text[start] as string) && LATIN.test(text[start - 1] ?? '');
  const right = LATIN.test(text[end - 1] as string) && LATIN.test(text[end] ?? '');
  return !left && !right;
}

/** Words by their first two signs, so that reading a text costs its length and not the list's. */
export type Lexicon<T> = ReadonlyMap<string, readonly Word<T>[]>;

/** Words of two signs or more; shorter ones say too little. */
export function lexicon<T>(words: Iterable<Word<T>>): Lexicon<T> {
  const index = new Map<string, Word<T>[]>();
  for (const word of words) {
    if (word.bare.length < 2) continue;
    const head = word.bare.slice(0, 2);
    const list = index.get(head);
    if (list) list.push(word);
    else index.set(head, [word]);
  }
  return index;
}

/** Every place where a word stands in a folded text, over brackets and spaces but not over a comma. */
export function spotAll<T>({ text, bare, at }: Line, words: Lexicon<T>): Spotted<T>[] {
  const found: Spotted<T>[] = [];
  for (let i = 0; i + 1 < bare.length; i++) {
    for (const word of words.get(bare.slice(i, i + 2)) ?? []) {
      if (!bare.startsWith(word.bare, i)) continue;
      const start = at[i] as number;
      const end = (at[i + word.bare.length - 1] as number) + 1;
      if (!BREAK.test(text.slice(start, end)) && isWhole(text, start, end)) found.push({ entry: word.entry, start, end });
    }
  }
  return found;
}

/** The longest of what overlaps; of equals the first. */
export function longest<T>(found: readonly Spotted<T>[]): Spotted<T>[] {
  const kept: Spotted<T>[] = [];
  const taken = new Set<number>();
  for (const hit of [...found].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (taken.has(hit.start) || taken.has(hit.end - 1)) continue;
    for (let i = hit.start; i < hit.end; i++) taken.add(i);
    kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}
