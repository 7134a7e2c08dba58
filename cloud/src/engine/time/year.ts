import { civilOf } from './civil';
import type { Base } from './base';
import { numberOf } from './numbers';

/** First years of eras whose years people still quote. */
const ERAS: Record<string, number> = {
  贞观: 627, 神龙: 705, 开元: 713, 天宝: 742, 元和: 806, 庆历: 1041, 熙宁: 1068, 元丰: 1078, 靖康: 1126, 至元: 1264, 洪武: 1368, 建文: 1399, 永乐: 1403, 宣德: 1426, 成化: 1465, 弘治: 1488, 正德: 1506, 嘉靖: 1522, 隆庆: 1567, 万历: 1573, 崇祯: 1628,
  顺治: 1644, 康熙: 1662, 雍正: 1723, 乾隆: 1736, 嘉庆: 1796, 道光: 1821, 咸丰: 1851, 同治: 1862, 光绪: 1875, 宣统: 1909, 民国: 1912, 昭和: 1926, 平成: 1989, 令和: 2019,
};

/** The signs eras begin with. */
export const ERA_SIGNS = Object.keys(ERAS).map((name) => name[0] as string);

const RELATIVE: Record<string, number> = { 大前: -3, 前: -2, 去: -1, 上一: -1, 今: 0, 本: 0, 这一: 0, 明: 1, 来: 1, 下一: 1, 后: 2, 大后: 3 };

const DIGITS = '[〇零一二三四五六七八九]';

/** A year that is named, 年 included; groups era, eraYear, yearDigits, yearRelative. */
export const YEAR = `(?:(?<era>${Object.keys(ERAS).join('|')})(?<eraYear>元|\\d{1,2}|[一二三四五六七八九十]{1,3})|(?:公元)?(?<yearDigits>\\d{2,4}|${DIGITS}{2,4}|[一两][千零〇]+(?:[一二三四五六七八九]百零?)?[一二三四五六七八九十]*)|(?<![成资基根版])(?<yearRelative>大前|前|去|上一|今|本|这一|明|来|下一|大后|后))\\s?年`;

/** A two-digit year belongs to the half century around 2000. */
export function fullYear(digits: string): number {
  const value = numberOf(digits);
  if (digits.length !== 2 || value >= 100) return value;
  return value < 50 ? 2000 + value : 1900 + value;
}

export type YearOf = (base: Base) => number;

/** The year in the groups of YEAR; undefined where none is named. */
export function yearIn({ era, eraYear, yearDigits, yearRelative }: Record<string, string | undefined>): YearOf | undefined {
  if (era !== undefined) return () => (ERAS[era] as number) - 1 + (eraYear === '元' ? 1 : numberOf(eraYear as string));
  if (yearDigits !== undefined) return () => fullYear(yearDigits);
  if (yearRelative !== undefined) return (base) => civilOf(base.today).year + (RELATIVE[yearRelative] as number);
  return undefined;
}
