import { nearest, type Base, type PeriodNode } from './base';
import { civilOf, mondayOf, monthIndex, monthStart, weekdayOf } from './civil';
import { MONTH, relativeMonth } from './dates';
import { WEEK, WEEK_SHIFT, weekShift } from './days';
import { englishPeriod } from './englishDays';
import { holidayPeriod } from './holidays';
import { longest, rule, type Parse } from './match';
import { numberOf } from './numbers';
import { YEAR, yearIn, type YearOf } from './year';

type Days = readonly [number, number];

/** Whole months from a month index on, narrowed to days of the first where `days` are given. */
export function months(index: number, count = 1, days?: readonly [number, number]): Days | null {
  const start = monthStart(index);
  const end = monthStart(index + count);
  if (start === null || end === null) return null;
  return days ? [start + days[0], Math.min(start + days[1], end)] : [start, end];
}

/** The years a period without a year may be in: up to the first that is not over, or down to the last that has begun. */
function openYear(base: Base, at: (year: number) => Days | null): Days | null {
  const from = civilOf(base.anchor ?? base.today).year;
  const start = nearest(base, from, (year) => {
    const days = at(year);
    // of a month that is under way, its last day decides
    return days === null ? null : base.anchor !== undefined || base.past ? days[0] : days[1] - 1;
  });
  if (start === null) return null;
  const year = civilOf(start).year;
  for (const candidate of [year, year - 1]) {
    const days = at(candidate);
    if (days && days[0] <= start && start < days[1]) return days;
  }
  return null;
}

const inYear = (year: YearOf | undefined, unit: PeriodNode['unit'], at: (year: number) => Days | null): PeriodNode => ({
  unit,
  of: (base) => (year ? at(year(base)) : openYear(base, at)),
});

const PARTS: Record<string, Days> = { 初: [0, 10], 上旬: [0, 10], 中旬: [10, 20], 中: [10, 20], 下旬: [20, 31], 底: [20, 31], 末: [20, 31], 上半月: [0, 15], 下半月: [15, 31] };
const PART = `(?<part>上旬|中旬|下旬|初(?![一二三四五六七八九十])|中(?![间国午])|底|末)?`;

const isEnd = (part: string | undefined): boolean => /[底末]$/.test(part ?? '');

const MONTH_PERIOD = rule<PeriodNode>(`(?:${YEAR}(?:的)?\\s?)?${MONTH}${PART}(?![日号\\d])(?!里?的?第[一二三四五1-5]个?[周星礼])(?!饼|亮|票|球|薪|租|经|嫂|光|老|食|子|季)`, (groups) => {
  const { monthName, monthRelative, part } = groups;
  const days = part === undefined ? undefined : (PARTS[part] as Days);
  if (groups['leap'] !== undefined) return null;
  if (monthRelative !== undefined) return { unit: 'month', isEnd: isEnd(part), of: (base) => months(relativeMonth(base, monthRelative), 1, days) };
  const month = ({ 正: 1, 冬: 11, 腊: 12 } as Record<string, number>)[monthName as string] ?? numberOf(monthName as string);
  return { ...inYear(yearIn(groups), 'month', (year) => months(year * 12 + month - 1, 1, days)), isEnd: isEnd(part) };
});

const END_OF_MONTH = rule<PeriodNode>('(?<!每个?|[\\d个])(?<part>月底|月末|月初|月中(?!旬))', ({ part }) => {
  const days = PARTS[(part as string).slice(1)] as Days;
  return { unit: 'days', isEnd: isEnd(part), of: (base) => afterToday(base, (n) => months(monthIndex(civilOf(base.anchor ?? base.today)) + n, 1, days)) };
});

/** The first of a row of periods that is not over. */
function afterToday(base: Base, at: (n: number) => Days | null): Days | null {
  const from = base.anchor ?? base.today;
  const now = at(0);
  return now && now[1] > from ? now : at(1);
}

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

export const yearNode = (year: YearOf): PeriodNode => ({ unit: 'year', of: (base) => months(year(base) * 12, 12) });

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

const WEEKS = rule<PeriodNode>(`(?<shift>${WEEK_SHIFT})${WEEK}(?<end>(?:的?周)?末|[六6]?日)?(?![\\d一二三四五六天])(?!年|岁|刊|报|边|围|期|转)`, ({ shift, end }) => {
  const weeks = weekShift(shift as string);
  const [from, to] = end === undefined ? [0, 7] : [5, 7];
  return { unit: end === undefined ? 'week' : 'weekend', of: ({ today }) => [mondayOf(today) + 7 * weeks + from, mondayOf(today) + 7 * weeks + to] };
});

const WEEKEND = rule<PeriodNode>(`(?:周末(?!愉快|快乐)|(?:周|星期)六日|双休日)`, () => ({ unit: 'weekend', of: (base) => afterToday(base, (n) => weekendOf((base.anchor ?? base.today) + 7 * n)) }));
const weekendOf = (day: number): Days => [mondayOf(day) + 5, mondayOf(day) + 7];

/* The first week of a month is the one that has its first Thursday, as ISO 8601 counts those of a year. */
function nthWeek(index: number, nth: number): Days | null {
  const start = monthStart(nth < 0 ? index + 1 : index);
  if (start === null) return null;
  const thursday = start + ((4 - weekdayOf(start) + 7) % 7);
  const monday = thursday - 3 + 7 * (nth < 0 ? nth : nth - 1);
  return [monday, monday + 7];
}

const WEEK_OF_MONTH = rule<PeriodNode>(`(?:${YEAR})?${MONTH}(?:份|里)?的?(?:第(?<nth>[一二三四五1-5])|(?<last>最后一?))个?(?:周(?:(?<end>末)|(?![一二三四五六日天]))|(?:星期|礼拜)(?![一二三四五六日天]))`, (groups) => {
  const nth = groups['last'] === undefined ? numberOf(groups['nth'] as string) : -1;
  const week = (index: number): Days | null => {
    const days = nthWeek(index, nth);
    return days && groups['end'] !== undefined ? [days[0] + 5, days[1]] : days;
  };
  const { monthName, monthRelative } = groups;
  if (monthRelative !== undefined) return { unit: 'week', of: (base) => week(relativeMonth(base, monthRelative)) };
  return inYear(yearIn(groups), 'week', (year) => week(year * 12 + numberOf(monthName as string) - 1));
});

const A_FEW = 3;

/* 这几天, 前几天, 过几天 say no number; three is as good as any. */
const FEW_DAYS = rule<PeriodNode>('(?<way>这|最近|近|前|过去的?|过|未来|接下来的?|往后|后)(?:几|两三|三五)(?<unit>天|周|个?月|年)', ({ way, unit }) => {
  const length = ({ 天: 1, 周: 7, 年: 365 } as Record<string, number>)[unit as string] ?? 30;
  const back = /^(?:最近|近|前|过去)/.test(way as string);
  return { unit: 'days', of: ({ today }) => (back ? [today - A_FEW * length, today] : [today + (way === '这' ? 0 : 1), today + (way === '这' ? 0 : 1) + A_FEW * length]) };
});

/** Whatever names a stretch of whole days. */
export const period: Parse<PeriodNode> = longest(WEEKS, WEEKEND, WEEK_OF_MONTH, MONTH_PERIOD, END_OF_MONTH, YEAR_PART, SEASON, QUARTER, QUARTER_SHIFT, VACATION, YEAR_ONLY, BARE_YEAR, CENTURY, WHOLE_CENTURY, holidayPeriod, FEW_DAYS, englishPeriod);
