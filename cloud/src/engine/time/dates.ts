import { nearest, type Base, type DayNode } from './base';
import { civilOf, dayOf, monthIndex } from './civil';
import { lunarDay } from './lunar';
import { longest, rule, type Parse } from './match';
import { numberOf } from './numbers';
import { fullYear, YEAR, yearIn, type YearOf } from './year';

/** A date by year, month and day, of which the greater ones may be left open. */
interface Fields {
  year?: YearOf | undefined;
  month?: ((base: Base) => number) | undefined;
  day: number;
  lunar?: boolean;
  leap?: boolean;
}

function dateNode({ year, month, day, lunar = false, leap = false }: Fields): DayNode {
  const at = (y: number, m: number): number | null => (lunar ? lunarDay(y, m, day, leap) : dayOf(y, m, day));
  return {
    of: (base) => {
      const today = civilOf(base.today);
      const from = civilOf(base.anchor ?? base.today);
      if (month && year) return at(year(base), month(base));
      if (month) return nearest(base, from.year, (y) => at(y, month(base)));
      if (year) return at(year(base), today.month);
      return nearest(base, monthIndex(from), (index) => at(Math.floor(index / 12), (index % 12) + 1));
    },
  };
}

/** Months with names of their own; 元月 is January. */
export const MONTHS: Record<string, number> = { 元: 1, 正: 1, 冬: 11, 腊: 12 };
const MONTH_NUM = '1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]';
/** A month that is named; groups monthName, monthRelative. */
export const MONTH = `(?:(?<leap>闰)?(?<monthName>${MONTH_NUM}|元|正|腊|冬)\\s?月(?:份)?|(?<monthRelative>本|当|这个?|上{1,3}个?|下{1,3}个?)月)`;
const DAY_NUM = '3[01]|[12]\\d|0?[1-9]|[二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九]';
const LUNAR = '(?:农历|阴历|旧历)';
/* What may follow a bare day number makes it something else: 5月3天, 5月20多. */
const BARE_END = '(?![\\d.:：/点时天个多分年周人元块万千百十次米岁名位%-]|\\s?[个位]|[号日])';

/** Months from now that 上个月, 本月, 下下个月 name. */
function monthShift(words: string): number {
  return (words.match(/下/g)?.length ?? 0) - (words.match(/上/g)?.length ?? 0);
}

/** The month index that the group monthRelative names. */
export const relativeMonth = (base: Base, words: string): number => monthIndex(civilOf(base.today)) + monthShift(words);

function monthIn({ monthName, monthRelative }: Record<string, string | undefined>): ((base: Base) => number) | undefined {
  if (monthName !== undefined) return () => MONTHS[monthName] ?? numberOf(monthName);
  if (monthRelative !== undefined) return (base) => (relativeMonth(base, monthRelative) % 12) + 1;
  return undefined;
}

function written(groups: Record<string, string | undefined>): DayNode | null {
  const words = groups['day'] as string;
  const day = numberOf(words.replace('初', ''));
  const lunar = Boolean(groups['lunar'] ?? groups['lunar2'] ?? groups['leap'] ?? /^[正腊冬]/.exec(groups['monthName'] ?? '')) || words.startsWith('初');
  const year = yearIn(groups);
  const { monthRelative } = groups;
  // 下个月5号 in December is a date of next year
  const yearOfMonth: YearOf | undefined = year ?? (monthRelative === undefined ? undefined : (base) => Math.floor(relativeMonth(base, monthRelative) / 12));
  return dateNode({ year: yearOfMonth, month: monthIn(groups), day, lunar, leap: Boolean(groups['leap']) });
}

const MONTH_AND_DAY = rule(`(?<lunar>${LUNAR})?(?:${YEAR}(?:的)?)?\\s?(?<lunar2>${LUNAR})?${MONTH}(?:的)?\\s?(?<day>(?:初[一二三四五六七八九十])|(?:${DAY_NUM}))(?:\\s?[日号](?!线)|${BARE_END})`, written);

/* 3号楼, 5号线, 两日游 and 人民路12号 are no days. */
const NO_DAY = '(?!三餐|之计|千里|不见|为师|[一二三四五六七八九十\\d]夜|[苑楼线门桌房店球员窗出口车选手位院机厅馆包间仓库教学会议室公寓别墅技师电池文件令染柜坑台座码地铁航站字游元本语式均常报志系程历益店铺牌商子墙场桩船舰首技])';
const DAY_ALONE = rule(`(?<![\\d.第甲乙路街巷弄道里村园区座楼幢栋排]|胡同)(?!一日)(?:(?<day>${DAY_NUM})\\s?[号日]${NO_DAY})`, written);
/* 初一 to 初三 are school years too. */
const LUNAR_DAY_ALONE = rule('(?<day>初[四五六七八九十])(?![一二三四五六七八九])', written);

const DASHED = '(?<![\\d.:/])';
const END = '(?![\\d/]|\\.\\d)';
/* 1/2 is a half sooner than the second of January. */
const FRACTION = '(?:1/[2-5]|2/3|3/4)(?!\\d|\\s?(?:早|晚|上午|下午|中午|\\d{1,2}[:点]))';
const DAY_ENDS = '(?!\\s?(?:的人|的概率|[分岁元名个杯份块勺瓶碗]))';

const dated = (year: string | undefined, month: string | undefined, day: string | undefined): DayNode | null => {
  const m = Number(month);
  const d = Number(day);
  if (m < 1 || m > 31 || d < 1 || d > 31 || Math.min(m, d) > 12) return null;
  const [realMonth, realDay] = m > 12 ? [d, m] : [m, d];
  return dateNode({ year: year === undefined ? undefined : () => fullYear(year), month: () => realMonth, day: realDay });
};

const NUMERIC: Parse<DayNode>[] = [
  rule(`${DASHED}(?<y>[12]\\d{3})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})(?!\\k<s>)${END}`, ({ y, m, d }) => (Number(m) > 12 ? null : dated(y, m, d))),
  rule(`${DASHED}(?<y>[12]\\d{3}) (?<m>\\d{2}) (?<d>\\d{2})${END}`, ({ y, m, d }) => (Number(m) > 12 ? null : dated(y, m, d))),
  rule(`${DASHED}(?<d>\\d{1,2})(?<s>[-/.])(?<m>\\d{1,2})\\k<s>(?<y>[12]\\d{3})(?!\\k<s>)${END}`, ({ y, m, d }) => dated(y, m, d)),
  rule(`${DASHED}(?<y>\\d{2})(?<s>[-/])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})(?!\\k<s>)${END}`, ({ y, m, d }) => (Number(m) > 12 || Number(d) > 31 ? null : dated(y, m, d))),
  rule(`${DASHED}(?<d>\\d{1,2})(?<s>[-/])(?<m>\\d{1,2})\\k<s>(?<y>\\d{2})(?!\\k<s>)${END}`, ({ y, m, d }) => dated(y, m, d)),
  rule('(?<![\\d.:/])(?<m>1[0-2]|0?[1-9])\\.(?<d>3[01]|[12]\\d|0?[1-9])(?=\\s?(?:早上|上午|中午|下午|晚上|晚(?!会)|[(]?(?:周|星期)[一二三四五六日天]))', ({ m, d }) => dated(undefined, m, d)),
  rule(`(?<![\\d.:/]|[了共占约近])(?!${FRACTION})(?<m>1[0-2]|0?[1-9])/(?<d>3[01]|[12]\\d|0?[1-9])${END}${DAY_ENDS}`, ({ m, d }) => dated(undefined, m, d)),
];

/** Dates by numbers: 2026-07-25, 5/3, 七月二十五日, 去年本月十号, 腊月二十三, 29日. */
export const date: Parse<DayNode> = longest(MONTH_AND_DAY, DAY_ALONE, LUNAR_DAY_ALONE, rule(`(?<lunar>${LUNAR})?(?:${YEAR})?(?<big>大年|年)(?<day>初[一二三四五六七八九十]|三十|二十九)`, newYearDay), ...NUMERIC);

function newYearDay(groups: Record<string, string | undefined>): DayNode | null {
  const words = groups['day'] as string;
  const eve = !words.startsWith('初');
  return dateNode({ year: yearIn(groups), month: () => (eve ? 12 : 1), day: eve ? 30 : numberOf(words.slice(1)), lunar: true });
}

