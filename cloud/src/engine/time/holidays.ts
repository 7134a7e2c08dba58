import { nearest, type Base, type DayNode, type PeriodNode } from './base';
import { civilOf, dayOf, weekdayOf } from './civil';
import { lunarDay } from './lunar';
import { rule } from './match';
import { numberOf } from './numbers';
import { termDay, TERM_NAMES } from './terms';
import { YEAR, yearIn } from './year';

type InYear = (year: number) => number | null;

const solar = (month: number, day: number): InYear => (year) => dayOf(year, month, day);
const lunar = (month: number, day: number): InYear => (year) => lunarDay(year, month, day);
/** The nth weekday of a month, as Mother's Day. */
const nth = (month: number, weekday: number, n: number): InYear => (year) => {
  const first = dayOf(year, month, 1);
  return first === null ? null : first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1);
};

/** Holidays by name; the names of one day share a row. */
const ROWS: readonly (readonly [string, InYear])[] = [
  ['跨年夜|跨年|new year\'?s eve', solar(12, 31)],
  ['平安夜|圣诞前夜|christmas eve', solar(12, 24)],
  ['元旦节|元旦|新年(?![好快])|new year\'?s day|new year', solar(1, 1)],
  ['白色情人节', solar(3, 14)],
  ['西方情人节|情人节|valentine\'?s day', solar(2, 14)],
  ['女生节|女神节', solar(3, 7)],
  ['国际妇女节|三八妇女节|妇女节|三八节', solar(3, 8)],
  ['植树节', solar(3, 12)],
  ['消费者权益日', solar(3, 15)],
  ['愚人节|april fools\'? day', solar(4, 1)],
  ['世界读书日|读书日', solar(4, 23)],
  ['国际劳动节|五一劳动节|五一国际劳动节|劳动节|五一节|五一(?![路街广巷村桥班中小大新])|labou?r day', solar(5, 1)],
  ['五四青年节|青年节', solar(5, 4)],
  ['护士节', solar(5, 12)],
  ['国际儿童节|六一儿童节|儿童节|六一节|六一(?![路街广巷村班中小居])', solar(6, 1)],
  ['建党节|七一建党节', solar(7, 1)],
  ['八一建军节|建军节', solar(8, 1)],
  ['教师节', solar(9, 10)],
  ['国庆节|(?<![王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林])国庆|十一国庆|national day', solar(10, 1)],
  ['程序员节', solar(10, 24)],
  ['万圣节前夜|万圣夜|万圣节|halloween', solar(10, 31)],
  ['双十一|双11|光棍节', solar(11, 11)],
  ['双十二|双12', solar(12, 12)],
  ['圣诞节|圣诞(?![树老帽卡])|christmas day|christmas', solar(12, 25)],
  ['六一八', solar(6, 18)],
  ['大年夜|除夕夜|除夕|年三十', lunar(12, 30)],
  ['小年夜|小年(?![轻糕])', lunar(12, 23)],
  ['农历新年|春节(?!联欢|晚会)|chinese new year|lunar new year|spring festival', lunar(1, 1)],
  ['元宵节|元宵佳节|上元节|元宵(?![吃汤])|lantern festival', lunar(1, 15)],
  ['龙抬头|二月二', lunar(2, 2)],
  ['端午节|端午(?!粽)|端阳节|dragon boat festival', lunar(5, 5)],
  ['七夕情人节|七夕节|七夕', lunar(7, 7)],
  ['中元节|鬼节', lunar(7, 15)],
  ['中秋节|中秋(?!月饼)|mid-?autumn festival|moon festival', lunar(8, 15)],
  ['重阳节|重阳(?![路街])', lunar(9, 9)],
  ['腊八节|腊八(?![蒜粥])', lunar(12, 8)],
  ['母亲节|mother\'?s day', nth(5, 7, 2)],
  ['父亲节|father\'?s day', nth(6, 7, 3)],
  ['感恩节|thanksgiving', nth(11, 4, 4)],
  ...TERM_NAMES.map((name): readonly [string, InYear] => [name === '清明' ? '清明节|清明(?!上河|的|了)' : `${name}${name === '冬至' ? '节?' : ''}`, (year) => termDay(name, year)]),
];

const MATCHERS = ROWS.map(([names, inYear]) => ({ whole: new RegExp(`^(?:${names.replaceAll(/\(\?[<!=]+[^)]*\)/g, '')})$`), inYear }));
const NAMES = ROWS.map(([names]) => names).join('|');

const dayIn = (name: string): InYear => MATCHERS.find(({ whole }) => whole.test(name))?.inYear ?? (() => null);

/** The month and day of a holiday that has the same in each year, for rules. */
export function fixedDate(name: string): { month: number; day: number } | null {
  const dates = [2001, 2002, 2004].map((year) => dayIn(name)(year) ?? 0).map(civilOf);
  const [first, ...others] = dates as [ReturnType<typeof civilOf>, ...ReturnType<typeof civilOf>[]];
  return others.every(({ month, day }) => month === first.month && day === first.day) ? first : null;
}

/** The signs holidays begin with. */
export const HOLIDAY_SIGNS = NAMES.split('|').map((name) => name[0] as string);

/** Group holiday. */
export const HOLIDAY = `(?<holiday>${NAMES})`;

function first(groups: Record<string, string | undefined>): (base: Base) => number | null {
  const at = dayIn(groups['holiday'] as string);
  const year = yearIn(groups);
  if (year) return (base) => at(year(base));
  return (base) => nearest(base, civilOf(base.anchor ?? base.today).year, at);
}

/* 国庆第三天 counts the holiday itself as the first. */
const NTH_DAY = '(?:(?:假期|长假|黄金周|节)?的?第(?<nth>\\d|[一二三四五六七八])天|(?<eve>前一天|前夕|的?前夜)|(?<next>后一天|过后第一天)|当天|那天|当日)?';

/** Holidays, solar terms and days counted from them: 国庆第三天, 明年春节, 端午前一天. */
export const holiday = rule<DayNode>(`(?:${YEAR}的?)?(?<![a-z])${HOLIDAY}(?![a-z])${NTH_DAY}`, (groups) => {
  const { nth: count, eve, next } = groups;
  const shift = count !== undefined ? numberOf(count) - 1 : eve !== undefined ? -1 : next !== undefined ? 1 : 0;
  const of = first(groups);
  return {
    of: (base) => {
      const day = of(base);
      return day === null ? null : day + shift;
    },
  };
});

/** The days before or after a holiday: 国庆前三天, 春节后一周. */
export const aroundHoliday = rule<PeriodNode>(`(?:${YEAR}的?)?${HOLIDAY}的?(?<way>前|后)(?<count>\\d{1,2}|[一两二三四五六七八九十]+)(?:天|(?<weeks>周))(?!内)`, (groups) => {
  const of = first(groups);
  const days = numberOf(groups['count'] as string) * (groups['weeks'] === undefined ? 1 : 7);
  return {
    unit: 'days',
    of: (base) => {
      const day = of(base);
      return day === null ? null : groups['way'] === '前' ? [day - days, day] : [day + 1, day + 1 + days];
    },
  };
});

const LONG = /国庆|春节|十一/;

/** The days off around a holiday: 国庆假期 and 春节期间 a week, others three days. What the state council shifts each year is not known. */
export const holidayPeriod = rule<PeriodNode>(`(?:${YEAR}的?)?(?:(?<week>十一)|${HOLIDAY})(?:小?长假|假期|黄金周|期间|放假期间)(?!第)`, (groups) => {
  const name = groups['week'] === undefined ? (groups['holiday'] as string) : '国庆';
  const of = first({ ...groups, holiday: name });
  const days = LONG.test(name) ? 7 : 3;
  return {
    unit: 'days',
    of: (base) => {
      const day = of(base);
      return day === null ? null : [day, day + days];
    },
  };
});
