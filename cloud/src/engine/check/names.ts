import { fold } from '../text/fold';

const LATIN = /[\p{Script=Latin}][\p{Script=Latin}\p{N}'’_.-]*/gu;

/** Half or more of the letters are Latin: words are language then, and only capitals and digits mark names. */
const isLatinText = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu) ?? [];
  return 2 * (text.match(/\p{Script=Latin}/gu) ?? []).length >= letters.length;
};

/** Capitals that need no source: the pronoun, and words a sentence can begin with are told apart by their place. */
const PLAIN = /^(?:I|I['’](?:m|ll|ve|d)|OK|Ok|AM|PM|A)$/;

const trimmed = (token: string): string => token.replace(/[.'’_-]+$/, '').replace(/['’]s$/, '');

/** Whether the token at `at` is the first word of the text, of a line or of a quotation. */
const opens = (text: string, at: number): boolean => /(?:^|[.!?:;\n“"(。！？：；])\s*$/.test(text.slice(0, at));

/** Latin tokens of a text that name something: all of them in Chinese text, capitals and codes in Latin text. Folded. */
export function nameTokens(text: string): string[] {
  const latin = isLatinText(text);
  return [...text.matchAll(LATIN)]
    .filter(({ 0: token, index }) => {
      if (PLAIN.test(token)) return false;
      if (!latin) return [...trimmed(token)].length >= 2 || /^[A-Z]$/.test(token);
      if (/\p{N}/u.test(token) || /^\p{Lu}[\p{Ll}]*\p{Lu}/u.test(token)) return true;
      return /^\p{Lu}/u.test(token) && !opens(text, index);
    })
    .map(({ 0: token }) => fold(trimmed(token)));
}

/** Latin words of a text, folded: what a name may be found among. */
export const latinWords = (text: string): Set<string> => new Set([...text.matchAll(LATIN)].map(({ 0: token }) => fold(trimmed(token))));
