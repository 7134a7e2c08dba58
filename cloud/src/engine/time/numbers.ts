import { valueOfChinese } from '../check/numerals';

/** A whole number in digits or Chinese numerals, as a piece of a pattern. */
export const NUM = '(?:\\d+|[零〇一二两三四五六七八九十百千万廿卅]+)';
/** A number that may have a fraction, or 半, 几 and the like. */
export const QUANTITY = '(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千万廿卅]+)';

const ENGLISH = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const TENS: Record<string, number> = { a: 1, an: 1, half: 0.5, thirty: 30, forty: 40, fifty: 50, sixty: 60 };
export const ENGLISH_NUM = `(?:\\d+(?:\\.\\d+)?|an?|${ENGLISH.slice(1).join('|')}|thirty|forty|fifty|sixty)`;

/** The value of what NUM, QUANTITY or ENGLISH_NUM matched. */
export function numberOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  if (/^[a-z]/.test(words)) return TENS[words] ?? ENGLISH.indexOf(words);
  return valueOfChinese(words.replaceAll('廿', '二十').replaceAll('卅', '三十'));
}
