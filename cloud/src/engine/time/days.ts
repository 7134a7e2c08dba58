import { nearest, type DayNode } from './base';
import { date, MONTH, relativeMonth } from './dates';
import { civilOf, dayOf, monthStart, weekdayOf, mondayOf } from './civil';
import { longest, rule, type Parse } from './match';
import { numberOf } from './numbers';
import { holiday } from './holidays';
import { englishDay } from './englishDays';
import { YEAR, yearIn } from './year';

const OFFSETS: Record<string, number> = { 今: 0, 明: 1, 次: 1, 后: 2, 大后: 3, 大大后: 4, 昨: -1, 前: -2, 大前: -3, 大大前: -4 };

/* 天天 and 前天 aside, 今 and 明 name a day only with 天 or with a part of it: 今早, 明晚. */
const RELATIVE_DAY = rule<DayNode>(
  '(?<word>(?<![目以从之最])大{0,2}[前后]|(?<![文光说证声黎聪鲜小])[今明昨次])(?:天|日(?![本语元报]|头条|说法|方舟|之星|之子)|儿个?)|(?<now>即日)|(?<soon>(?<![文光说证声黎聪鲜])[今明昨]|(?<![以之最然每])[前后])(?=[早晚晨夜](?![点餐饭]))',
  ({ word, now, soon }) => {
    const offset = now === undefined ? OFFSETS[(word ?? soon) as string] : 0;
    return offset === undefined ? null : { of: ({ today }) => today + offset };
  },
);

const RECENT = rule<DayNode>('最近(?!的?(?:那|一|几|两|[三四五六七八九十\\d]|距离|地铁|车站|超市|医院|路))', () => ({ of: ({ today }) => today }));

const WEEKDAYS = '一二三四五六日';
export const WEEK = '(?:周|星期|礼拜)';
/** One weekday sign: 一…六, 日, 天, 1…6. */
export const WEEKDAY = '(?:[一二三四五六](?![次回趟遍])|日(?![记报历程常])|天(?![气数然下空使])|[1-6](?![\\d次天个年小时点:/.]))';
export const weekdayNumber = (sign: string): number => (/\d/.test(sign) ? Number(sign) : sign === '天' ? 7 : WEEKDAYS.indexOf(sign) + 1);

/** Weeks from now that 上上, 下, 这个 name. */
export const weekShift = (words: string): number => (words.match(/下/g)?.length ?? 0) - (words.match(/上/g)?.length ?? 0);

/** How 上周, 下个星期, 本礼拜 begin. */
export const WEEK_SHIFT = '(?:上{1,3}一?个?|(?<!一)下{1,3}一?个?|这一?个?|本|当)';

/* A shop or a band called after a weekday is no day, but one may meet at a shop on that day. */
const NAME_AFTER = '(?!福|(?:书店|书屋|咖啡|剧场|乐队|乐园|杂志|工作室|俱乐部|文化|传媒)(?!馆?(?:见|集合|碰|聚|等)))';

export function weekdayNode(weekday: number, shift?: number): DayNode {
  if (shift !== undefined) return { of: ({ today }) => mondayOf(today) + 7 * shift + weekday - 1 };
  return {
    of: (base) => {
      const from = base.anchor ?? base.today;
      return nearest(base, 0, (week) => mondayOf(from) + 7 * week + weekday - 1);
    },
  };
}

const WEEKDAY_RULE = rule(`(?<![叫姓])(?:(?<shift>${WEEK_SHIFT})(?:${WEEK}的)?)?${WEEK}(?<sign>${WEEKDAY})${NAME_AFTER}`, ({ shift, sign }) => weekdayNode(weekdayNumber(sign as string), shift === undefined ? undefined : weekShift(shift)));

/** The nth (or, counted from the end, -1 last) weekday of a month index. */
function nthWeekday(index: number, weekday: number, nth: number): number | null {
  const start = monthStart(index);
  const end = monthStart(index + 1);
  if (start === null || end === null) return null;
  const first = start + ((weekday - weekdayOf(start) + 7) % 7);
  const last = end - 1 - ((weekdayOf(end - 1) - weekday + 7) % 7);
  const day = nth < 0 ? last + 7 * (nth + 1) : first + 7 * (nth - 1);
  return day >= start && day < end ? day : null;
}

/** The month in the groups of MONTH and YEAR, as a function that tries what may be left open with each index. */
function inMonth(groups: Record<string, string | undefined>, at: (index: number) => number | null): DayNode {
  const { monthName, monthRelative } = groups;
  const year = yearIn(groups);
  if (monthRelative !== undefined) return { of: (base) => at(relativeMonth(base, monthRelative)) };
  const month = numberOf(monthName as string);
  if (year) return { of: (base) => at(year(base) * 12 + month - 1) };
  return { of: (base) => nearest(base, civilOf(base.anchor ?? base.today).year, (y) => at(y * 12 + month - 1)) };
}

const NTH = '(?:第(?<nth>[一二三四五1-5])|(?<last>最后一?))个?';
const nthOf = ({ nth, last }: Record<string, string | undefined>): number => (last !== undefined ? -1 : numberOf(nth as string));

const WEEKDAY_OF_MONTH = rule(`(?:${YEAR})?${MONTH}(?:份|里)?的?${NTH}${WEEK}(?<sign>${WEEKDAY})`, (groups) => {
  const weekday = weekdayNumber(groups['sign'] as string);
  return inMonth(groups, (index) => nthWeekday(index, weekday, nthOf(groups)));
});

const EDGE_OF_MONTH = rule(`(?:${YEAR})?${MONTH}(?:份|里)?的?(?<edge>第一|最后一|倒数第[一二三])天`, (groups) => {
  const edge = groups['edge'] as string;
  const back = edge === '第一' ? 0 : edge === '最后一' ? 1 : numberOf(edge.slice(-1));
  return inMonth(groups, (index) => {
    const day = monthStart(back === 0 ? index : index + 1);
    return day === null ? null : day - back;
  });
});

const EDGE_OF_YEAR = rule<DayNode>(`${YEAR}的?(?<edge>第一|最后一)天`, (groups) => {
  const year = yearIn(groups);
  const first = groups['edge'] === '第一';
  return year === undefined ? null : { of: (base) => dayOf(year(base), first ? 1 : 12, first ? 1 : 31) };
});

const SAME_DAY = rule<DayNode>(`${YEAR}的?今[天日]`, (groups) => {
  const year = yearIn(groups);
  return {
    of: (base) => {
      const { month, day: date } = civilOf(base.today);
      return year === undefined ? null : dayOf(year(base), month, date);
    },
  };
});

/** Whatever names one day. */
export const day: Parse<DayNode> = longest(RELATIVE_DAY, SAME_DAY, WEEKDAY_RULE, WEEKDAY_OF_MONTH, EDGE_OF_MONTH, EDGE_OF_YEAR, date, holiday, RECENT, englishDay);
