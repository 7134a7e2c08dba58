import type { PeriodNode } from './base';
import { civilOf, monthIndex } from './civil';
import { weekShift } from './days';
import { longest, rule, type Parse } from './match';
import { numberOf } from './numbers';
import { inYear, isEnd, months, type Days } from './spans';
import { YEAR, yearIn, type YearOf } from './year';

const YEAR_PARTS: Record<string, Days> = { 上半: [0, 6], 下半: [6, 6], 初: [0, 2], 中: [5, 2], 底: [11, 1], 末: [11, 1] };

const YEAR_PART = rule<PeriodNode>(`(?:${YEAR})?(?:(?<half>[上下]半)年|(?:(?<=年)|年)(?<part>[初底末]|中(?![国考间])))`, (groups) => {
  const [start, count] = YEAR_PARTS[(groups['half'] ?? groups['part']) as string] as Days;
  return { ...inYear(yearIn(groups), 'days', (year) => months(year * 12 + start, count)), isEnd: isEnd(groups['part']) };
});

const SEASONS: Record<string, number> = { 春: 2, 夏: 5, 秋: 8, 冬: 11 };

const SEASON = rule<PeriodNode>(`(?:(?:${YEAR})(?:的)?|(?=[春夏秋冬]天|[春夏秋冬]季(?!节)))(?<season>[春夏秋冬])(?:天|季|日)?(?![节菜装])(?:的时候)?`, (groups) => {
  const start = SEASONS[groups['season'] as string] as number;
  return inYear(yearIn(groups), 'days', (year) => months(year * 12 + start, 3));
});

const QUARTER = rule<PeriodNode>(`(?:${YEAR}的?)?(?:第(?<nth>[一二三四1-4])个?季度|(?<nth2>[一二三四])季度|q(?<nth3>[1-4])(?!\\w))`, (groups) => {
  const nth = numberOf((groups['nth'] ?? groups['nth2'] ?? groups['nth3']) as string);
  return inYear(yearIn(groups), 'days', (year) => months(year * 12 + 3 * (nth - 1), 3));
});

const QUARTER_SHIFT = rule<PeriodNode>('(?<shift>上{1,3}一?个?|下{1,3}一?个?|这个?|本)季度', ({ shift }) => ({
  unit: 'days',
  of: (base) => months(3 * (Math.floor(monthIndex(civilOf(base.today)) / 3) + weekShift(shift as string)), 3),
}));

const VACATION = rule<PeriodNode>(`(?:${YEAR}的?)?(?<name>暑假|寒假|暑期)(?![作工兼])`, (groups) =>
  inYear(yearIn(groups), 'days', (year) => (groups['name'] === '寒假' ? months(year * 12, 2, [14, 59]) : months(year * 12 + 6, 2))),
);

/* 15年 and 三年 alone are more often how long than when; 07年, 98年 and four digits are years. */
function isYear(digits: string, placed: boolean): boolean {
  const value = numberOf(digits);
  if (digits.length === 2) return /^[0〇零9九八]/.test(digits) || (placed && /^[1-4]\d$/.test(digits));
  return /\d/.test(digits) ? value > 1000 || placed || value % 10 !== 0 : value > 1800 || !/[千百十]/.test(digits);
}

const YEAR_ONLY = rule<PeriodNode>(`(?<![\\d.])(?:(?<=[在从自于到至])(?<placed>)|)${YEAR}(?![级度代生假历多来半]|纪念|轻|龄|糕|货|夜饭|终奖)`, (groups) => {
  const { yearDigits, placed } = groups;
  const year = yearIn(groups);
  return year === undefined || (yearDigits !== undefined && !isYear(yearDigits, placed !== undefined)) ? null : yearNode(year);
});

const yearNode = (year: YearOf): PeriodNode => ({ unit: 'year', of: (base) => months(year(base) * 12, 12) });

/* A bare number is a year only where it stands alone and looks like one of ours. */
const BARE_YEAR = rule<PeriodNode>('(?<=^\\s?|(?:in|since|from|by|until|to) |[在从自于到至~。，,;；!！?？-]\\s?)(?<year>19[5-9]\\d|20(?:0[1-9]|[1-4]\\d))(?=$|[ ,，。!！?？、;；]|[到至的~-](?!\\d{3,}-))(?!\\s?[\\d个元块人米分公斤克年步次字张件名位])', ({ year }) => yearNode(() => Number(year)));

const CENTURY = rule<PeriodNode>('(?:(?<century>\\d{1,2}|[一二三四五六七八九十]{1,3})世纪|(?<rel>上个?|本|这个?)世纪)?(?<decade>\\d0|[一二三四五六七八九]十|[二三四五六七八九]零)年代(?:[初中末](?:期)?)?', ({ century, rel, decade }) => {
  const tens = numberOf((decade as string).replace('零', '0').replace(/^([二三四五六七八九])0$/, '$1十'));
  return {
    unit: 'days',
    of: (base) => {
      const own = Math.floor(civilOf(base.today).year / 100);
      const hundreds = century !== undefined ? numberOf(century) - 1 : rel !== undefined ? own + (rel.startsWith('上') ? -1 : 0) : own * 100 + tens > civilOf(base.today).year ? own - 1 : own;
      return months((hundreds * 100 + tens) * 12, 120);
    },
  };
});

const WHOLE_CENTURY = rule<PeriodNode>('(?:(?<century>\\d{1,2}|[一二三四五六七八九十]{1,3})|(?<rel>上个?|本|这个?|下个?))世纪', ({ century, rel }) => ({
  unit: 'days',
  of: (base) => months((century === undefined ? Math.floor(civilOf(base.today).year / 100) + weekShift(rel as string) : numberOf(century) - 1) * 1200, 1200),
}));

/** Years, their parts, decades and centuries: 明年上半年, 2025年夏天, 第三季度, 八十年代. */
export const years: Parse<PeriodNode> = longest(YEAR_PART, SEASON, QUARTER, QUARTER_SHIFT, VACATION, YEAR_ONLY, BARE_YEAR, CENTURY, WHOLE_CENTURY);
