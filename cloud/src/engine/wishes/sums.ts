import { AMOUNT, amountOf } from './amounts';
import type { Said } from './said';

/** A sum of money, at least `low`, at most `high`; both where one number was said without more. */
export interface Sum {
  low?: number;
  high?: number;
  /** 左右 was said, or nothing but the number. */
  about: boolean;
  unit: boolean;
  /** 一晚 in 三百一晚以内. */
  per: string;
  start: number;
  end: number;
}

const UNIT = '(?:元|块钱?|人民币|rmb|圆|yuan|刀乐)';
const SUM = new RegExp(
  `(?<before>(?:不(?:能|要|可以|会|得|许|想|希望|打算)?(?:超过?|高于|多于|大于|低于|少于|要?太?超|到)|别超过?|(?:最多|至多|顶多)(?:也就|只?能|可以)?(?:出|花|拿|给|掏)?|控制在|压在|小于|低于|少于|至少|起码|最少|高于|多于|大于|超过|上限|下限|<=?|≤|>=?|≥)(?:了|是|为|到|[:：])?)?\\s{0,2}[¥￥]?(?<![\\d.点第年月号]|\\d:)(?<a>${AMOUNT})[来多把]?\\s?(?<u1>${UNIT})?(?:\\s?(?:-|~|到|至|—|–|－)+\\s?[¥￥]?(?<b>${AMOUNT})\\s?(?<u2>${UNIT})?)?(?:人民币)?(?<per>\\/?(?:每|一)?个?(?:晚|夜|人|位|顿|餐)(?=以下|以内|之内|左右|以上|上下|封顶))?(?<after>以下|以内|之内|之下|内|不到|封顶|打住|左右|上下|附近|出头|以上|之上|起步?|往上|打底|多)?`,
  'g',
);

/* What follows a number that counts something else. */
const COUNTED = /^\s?(?:个|天|日|人|位|名|口|晚|夜|点|分|岁|小时|公里|站|号|楼|层|次|家|间|张|月|年|周|星期|度|%|折|大|小|星|km|米|步|公斤|斤|[a-z])/;
/** A smaller number without a unit is no sum. */
const LEAST_BARE = 20;
const MOST = /^(?:不(?:能|要|可以|会|得|许|想|希望|打算)?(?:要?太?超|高于|多于|大于|到)|别超|(?:最多|至多|顶多)(?:也就|只?能|可以)?(?:出|花|拿|给|掏)?|控制在|压在|小于|低于|少于|上限|<|≤)/;
const LEAST = /^(?:不(?:能|要|可以|会|得|许|想|希望|打算)?(?:低于|少于)|至少|起码|最少|高于|多于|大于|超过|下限|>|≥)/;
const MOST_AFTER = /^(?:不到|以下|以内|之内|之下|内|封顶|打住)$/;
const LEAST_AFTER = /^(?:以上|之上|起步?|往上|打底)$/;

/** 两到三千 is two to three thousand: the smaller number takes the unit of the greater one. */
const levelled = (low: number, high: number, words: string): number => {
  const unit = /[百千万kw]$/.exec(words)?.[0] ?? '';
  const scale = { 百: 100, 千: 1000, k: 1000, 万: 10000, w: 10000 }[unit];
  return scale !== undefined && low < 10 && low * scale < high ? low * scale : low;
};

function bounded(low: number, high: number, before: string, after: string): Pick<Sum, 'low' | 'high' | 'about'> {
  if (MOST.test(before) || MOST_AFTER.test(after)) return { high, about: false };
  if (LEAST.test(before) || LEAST_AFTER.test(after)) return { low, about: false };
  return { low, high, about: low === high };
}

function sumOf(hit: RegExpMatchArray, text: string): Sum | null {
  const { before = '', a = '', b, u1, u2, per = '', after = '' } = hit.groups ?? {};
  const start = hit.index as number;
  const end = start + hit[0].length;
  const [from, to] = [amountOf(a), amountOf(b ?? a)];
  const unit = u1 !== undefined || u2 !== undefined || /[¥￥]/.test(hit[0]) || /人民币/.test(hit[0]);
  if (from === null || to === null || (!unit && (to.high < LEAST_BARE || COUNTED.test(text.slice(end))))) return null;
  const low = b === undefined ? from.low : levelled(from.low, to.high, b);
  return low > to.high ? null : { ...bounded(low, to.high, before, after), unit, per, start, end };
}

/** Every sum of a folded text; the caller tells what it is for. */
export const sumsIn = ({ text }: Said): Sum[] => [...text.matchAll(SUM)].map((hit) => sumOf(hit, text)).filter((sum) => sum !== null);
