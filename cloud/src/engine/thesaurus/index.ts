import { fold } from '../text/fold';
import business from './business.json';
import life from './life.json';
import society from './society.json';

/* Each string of the lists is a group: words that mean the same or go together, folded, two characters or longer. */
const groupsOf = new Map<string, string[][]>();
for (const group of [...society, ...business, ...life].map((words) => words.split(' '))) {
  for (const word of group) groupsOf.set(word, [...(groupsOf.get(word) ?? []), group]);
}
const LONGEST = Math.max(...[...groupsOf.keys()].map((word) => word.length));

const LATIN = /[a-z0-9]/;
/** Whether a stretch of a folded text begins or ends inside a Latin word or a number. */
const cutsWord = (text: string, start: number, end: number): boolean =>
  [start, end].some((at) => LATIN.test(text[at - 1] ?? '') && LATIN.test(text[at] ?? ''));

/** The end of the longest known word at a place of a folded text; the place itself where there is none. */
function endOfWord(text: string, start: number): number {
  let end = Math.min(text.length, start + LONGEST);
  while (end > start && (!groupsOf.has(text.slice(start, end)) || cutsWord(text, start, end))) end--;
  return end;
}

/** The words of a text that the thesaurus knows, the longest first, from the left. */
export function knownWords(text: string): string[] {
  const folded = fold(text);
  const words: string[] = [];
  for (let at = 0; at < folded.length; ) {
    const end = endOfWord(folded, at);
    if (end > at) words.push(folded.slice(at, end));
    at = Math.max(end, at + 1);
  }
  return words;
}

/** What means the same as a known word or goes with it, each once; words that hold it or stand in it are left out: they are found as it is. */
export function kinOf(word: string): string[] {
  const kin = new Set((groupsOf.get(word) ?? []).flat());
  return [...kin].filter((other) => !other.includes(word) && !word.includes(other));
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds any of some words in a folded text; Latin words and numbers only whole. */
export function matcherOf(words: readonly string[]): RegExp {
  const longestFirst = [...words].sort((a, b) => b.length - a.length).map((word) => `${LATIN.test(word[0] ?? '') ? '(?<![a-z0-9])' : ''}${escaped(word)}${LATIN.test(word.at(-1) ?? '') ? '(?![a-z0-9])' : ''}`);
  return new RegExp(longestFirst.join('|') || '(?!)', 'g');
}
