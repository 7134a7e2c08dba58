import { valueOfChinese } from '../check/numerals';

/** A whole number in digits or Chinese numerals, as a piece of a pattern. */
export const NUM = '(?:\\d+|[零〇一二两三四五六七八九十百千万廿卅]+)';
/** A number that may have a fraction, or 半, 几 and the like. */
export const QUANTITY = '(?:\\d+(?:\\.\\d+)?|[零〇一二两三四五六七八九十百千万廿卅]+)';

const ENGLISH = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(' ');
const TENS: Record<string, number> = { a: 1, an: 1, half: 0.5, thirty: 30, forty: 40, fifty: 50, sixty: 60 };
export const ENGLISH_NUM = `(?:\\d+(?:\\.\\d+)?|an?|${ENGLISH.slice(1).join('|')}|thirty|forty|fifty|sixty)`;

/** Two numbers in a row that mean "some": 三四, 七八. */
export const isFew = (words: string): boolean => A_FEW.test(words);
const A_FEW = /^(?:一两|两三|二三|三四|四五|五六|六七|七八|八九)$/;

/** The value of what NUM, QUANTITY or ENGLISH_NUM matched. */
export function numberOf(words: string): number {
  if (/^\d/.test(words)) return Number(words);
  if (/^[a-z]/.test(words)) return TENS[words] ?? ENGLISH.indexOf(words);
  // 三四天: a few, from the lesser on
  if (isFew(words)) return valueOfChinese(words[0] as string);
  return valueOfChinese(words.replaceAll('廿', '二十').replaceAll('卅', '三十'));
}
