import type { PeriodNode } from './base';
import { civilOf, mondayOf, monthIndex, monthStart, weekdayOf } from './civil';
import { MONTH, MONTHS, relativeMonth } from './dates';
import { WEEK, WEEK_SHIFT, weekShift } from './days';
import { englishPeriod } from './englishDays';
import { aroundHoliday, holidayPeriod } from './holidays';
import { longest, rule, type Parse } from './match';
import { numberOf } from './numbers';
import { afterToday, inYear, isEnd, months, type Days } from './spans';
import { YEAR, yearIn } from './year';
import { years } from './years';

const PARTS: Record<string, Days> = { 初: [0, 10], 上旬: [0, 10], 中旬: [10, 20], 中: [10, 20], 下旬: [20, 31], 底: [20, 31], 末: [20, 31], 上半月: [0, 15], 下半月: [15, 31] };
const PART = `(?<part>上旬|中旬|下旬|初(?![一二三四五六七八九十])|中(?![间国午])|底|末)?`;

const MONTH_PERIOD = rule<PeriodNode>(`(?:${YEAR}(?:的)?\\s?)?${MONTH}${PART}(?![日号\\d])(?!里?的?第[一二三四五1-5]个?[周星礼])(?!饼|亮|票|球|薪|租|经|嫂|光|老|食|子|季)`, (groups) => {
  const { monthName, monthRelative, part } = groups;
  const days = part === undefined ? undefined : (PARTS[part] as Days);
  if (groups['leap'] !== undefined) return null;
  if (monthRelative !== undefined) return { unit: 'month', isEnd: isEnd(part), of: (base) => months(relativeMonth(base, monthRelative), 1, days) };
  const month = MONTHS[monthName as string] ?? numberOf(monthName as string);
  return { ...inYear(yearIn(groups), 'month', (year) => months(year * 12 + month - 1, 1, days)), isEnd: isEnd(part) };
});

const END_OF_MONTH = rule<PeriodNode>('(?<!每个?|[\\d个])(?<part>月底|月末|月初|月中(?!旬))', ({ part }) => {
  const days = PARTS[(part as string).slice(1)] as Days;
  return { unit: 'days', isEnd: isEnd(part), of: (base) => afterToday(base, (n) => months(monthIndex(civilOf(base.anchor ?? base.today)) + n, 1, days)) };
});

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

const TWO_DAYS = rule<PeriodNode>('(?<first>今明|明后)(?:两|2)?[天日]', ({ first }) => {
  const start = first === '今明' ? 0 : 1;
  return { unit: 'days', of: ({ today }) => [today + start, today + start + 2] };
});

/** Whatever names a stretch of whole days. */
export const period: Parse<PeriodNode> = longest(WEEKS, WEEKEND, WEEK_OF_MONTH, MONTH_PERIOD, END_OF_MONTH, years, holidayPeriod, aroundHoliday, FEW_DAYS, TWO_DAYS, englishPeriod);
