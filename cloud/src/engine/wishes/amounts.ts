import { valueOfChinese } from '../check/numerals';

/** A number as people write sums and counts: 5000, 5,000, 1.5万, 3千5, 2k, 两千五, 两三百; of 四百一晚 the four hundred. */
export const AMOUNT = '(?:\\d{1,3}(?:,\\d{3})+|\\d{1,9}(?:\\.\\d{1,2})?)(?:\\s?(?:万|千|百|[kw](?![a-z]))(?:[1-9](?!\\d))?)?|[一二两三四五六七八九十百千万零]{1,12}(?<!一(?=个?[晚夜人位顿餐间天]))';

const SCALE: Record<string, number> = { 万: 1e4, w: 1e4, 千: 1e3, k: 1e3, 百: 100 };
const DIGITAL = /^([\d.,]+)\s?([万千百kw])?(\d)?$/;
/** 两三百, 三四千, 七八万: from the lesser to the greater. */
const FEW = /^(.*?)([一二两三四五六七八九])([一二两三四五六七八九])([十百千万]*)$/;

function valueOf(words: string): number {
  const [, digits, unit, tail] = DIGITAL.exec(words) ?? [];
  if (digits === undefined) return valueOfChinese(words);
  const scale = SCALE[unit ?? ''] ?? 1;
  return Math.round(Number(digits.replaceAll(',', '')) * scale + Number(tail ?? 0) * (scale / 10));
}

/** 四千五千: two in a row of one unit. */
const TWICE = /^([一二两三四五六七八九])([百千万])([一二两三四五六七八九])\2$/;

function boundsOf(words: string): [string, string] {
  const [, low, unit, high] = TWICE.exec(words) ?? [];
  if (unit !== undefined) return [`${low}${unit}`, `${high}${unit}`];
  const few = FEW.exec(words);
  return few === null ? [words, words] : [`${few[1]}${few[2]}${few[4]}`, `${few[1]}${few[3]}${few[4]}`];
}

/** The least and the most that AMOUNT words can mean, null for what is no number. */
export function amountOf(words: string): { low: number; high: number } | null {
  const [low = NaN, high = NaN] = boundsOf(words).map(valueOf);
  return Number.isFinite(low) && Number.isFinite(high) && high > 0 ? { low, high } : null;
}

/** A small whole number in digits or Chinese numerals. */
export const COUNT = '(?:\\d{1,3}|[一二两三四五六七八九十]{1,3}|俩|仨|双)';
const WORDS: Record<string, number> = { 俩: 2, 仨: 3, 双: 2 };

/** Of 两三 the greater. */
export const countOf = (words: string): number => WORDS[words] ?? amountOf(words)?.high ?? 0;
