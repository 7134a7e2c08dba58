const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** How long a text is: each Chinese, Japanese or Korean character counts one, each word or number of other scripts one. */
export const countWords = (text: string): number => [...text.replace(/([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/gu, ' $1 ').matchAll(WORD)].length;
