const DIGITS: Record<string, number> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const BIG: Record<string, number> = { 万: 1e4, 亿: 1e8 };
const scaleOf = (unit: string): number => BIG[unit] ?? UNITS[unit] ?? 1;

/** 一千五 is 1500 and 一万二 12000: a last digit without 零 counts the next lower unit. */
const SHORTENED = /^(.*([百千万]))([一二两三四五六七八九])$/;

/** The value of a Chinese numeral (三百二十, 二〇二六, 两万, 一千五); characters other than numerals must not be in it. */
export function valueOfChinese(numeral: string): number {
  if (!/[十百千万亿]/.test(numeral)) return Number([...numeral].map((c) => DIGITS[c] ?? '').join(''));
  const [, whole, unit, tail] = SHORTENED.exec(numeral) ?? [];
  if (whole !== undefined && unit !== undefined && tail !== undefined) return valueOfChinese(whole) + (DIGITS[tail] as number) * (scaleOf(unit) / 10);
  let total = 0;
  let section = 0;
  let digit = 0;
  for (const c of numeral) {
    if (c in DIGITS) digit = DIGITS[c] as number;
    else if (c in UNITS) {
      section += (digit || 1) * (UNITS[c] as number);
      digit = 0;
    } else {
      total = (total + section + digit || 1) * (BIG[c] as number);
      section = 0;
      digit = 0;
    }
  }
  return total + section + digit;
}

const CHINESE = /[〇零一二两三四五六七八九十百千万亿]+/g;
/* A lone numeral counts only beside what is counted: 一起, 十分 and 万一 are words. */
const COUNTED = /^(?:个|位|人|次|天|号|日|月|年|点|时|分|秒|元|块|毛|角|岁|张|本|件|杯|份|条|只|公里|千米|米|斤|公斤|克|折|届|楼|层|章|节|页|周|星期|小时|刻|场|集|遍|趟|顿|桌|瓶|箱|套|双|间|辆|部|组|队|班|倍|成|%|％)/;
const WEEKDAY = /(?:周|星期|礼拜)$/;
const BEFORE = /(?:第|约|满|共|各|前|后|每|打|¥|￥)$/;
const WORDS = /^(?:一(?:个|些|种|下|次|样|起|直|定|切|般|点(?!钟|半|前|之前|以前|到|整|多)|会儿?|边|面|旦|共|天到晚|块儿?)|十分|千万|万一|三三两两|一一|两边|百姓|千万别)/;

/* The 5 of 1千5 is no number of its own. */
const DIGIT = /(?<![\d万千百]|\d[.,])\d+(?:[.,]\d+)*|(?<!\d\s*[万千百])(?<=[万千百])\d+(?:[.,]\d+)*/g;
const ENGLISH: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, eleven: 11, twelve: 12, twenty: 20, thirty: 30, hundred: 100, thousand: 1000 };

const decimal = (digits: string): number => Number(digits.replace(/,(?=\d{3})/g, '').replace(/,/g, '.'));

function digitValues(text: string): number[] {
  return [...text.matchAll(DIGIT)].map((hit) => {
    const value = decimal(hit[0]);
    const [, unit, tail] = /^\s*([万亿千百])(?:([1-9一二两三四五六七八九])(?![\d十百千万]))?/.exec(text.slice(hit.index + hit[0].length)) ?? [];
    if (unit === undefined) return value;
    const rest = tail === undefined ? 0 : (DIGITS[tail] ?? Number(tail)) * (scaleOf(unit) / 10);
    return Math.round((value * scaleOf(unit) + rest) * 100) / 100;
  });
}

function isCounted(numeral: string, before: string, after: string): boolean {
  if (WORDS.test(numeral + after)) return false;
  return [...numeral].length >= 2 || COUNTED.test(after) || BEFORE.test(before);
}

/**
 * The values of all numbers in a folded text: digits, Chinese numerals, English words from two up. With `loose` every
 * Chinese numeral counts, also those that are likely part of a word: for the side that is looked into.
 */
export function numbersIn(text: string, loose = false): Set<string> {
  const values = digitValues(text);
  for (const hit of text.matchAll(CHINESE)) {
    const after = text.slice(hit.index + hit[0].length, hit.index + hit[0].length + 4);
    const before = text.slice(Math.max(0, hit.index - 3), hit.index);
    // 三万 after a digit belongs to the digits; 周五 is a weekday and no five
    if (/\d\s*$/.test(before) || (WEEKDAY.test(before) && hit[0].length === 1)) continue;
    if (loose || isCounted(hit[0], before, after)) values.push(valueOfChinese(hit[0]));
  }
  for (const [word, value] of Object.entries(ENGLISH)) if (new RegExp(`\\b${word}\\b`).test(text)) values.push(value);
  return new Set(values.map(String));
}

/** What is counted or measured beside a number; 个 counts anything and says nothing. */
const MEASURED = /^\s*个?(人|位|张|份|桌|件|杯|瓶|箱|本|间|辆|点|号|日|月|元|块钱?|斤|公斤|公里|米|度|%|折|晚|天|小时|分钟|次|场|层|楼|岁|届|km|kg)/;
const SAME: Record<string, string> = { 位: '人', 块: '元', 块钱: '元', 日: '号' };
const COUNTED_NUMBER = /\d+(?:[.,]\d+)*[万千百]?[1-9]?|[〇零一二两三四五六七八九十百千万]+/g;

/** Numbers of a folded text by what they count: 元 → 60, 80. */
export function measuresIn(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const hit of text.matchAll(COUNTED_NUMBER)) {
    const unit = MEASURED.exec(text.slice(hit.index + hit[0].length))?.[1];
    if (unit === undefined || WEEKDAY.test(text.slice(0, hit.index))) continue;
    const key = SAME[unit] ?? unit;
    found.set(key, new Set([...(found.get(key) ?? []), ...numbersIn(hit[0], true)]));
  }
  return found;
}
