import { date } from './dates';
import { WEEK, WEEKDAY, weekdayNumber } from './days';
import { englishRule, englishSpan } from './englishRecurring';
import { fixedDate, HOLIDAY, holiday } from './holidays';
import { longest, rule, skip, type Parse } from './match';
import { numberOf, QUANTITY } from './numbers';
import { weekdaysBetween, type Rule } from './rrule';

const WORKDAYS = [1, 2, 3, 4, 5];
const WEEKEND = [6, 7];

const simple = (freq: Rule['freq'], more: Partial<Rule> = {}): Rule => ({ freq, interval: 1, ...more });

const UNITS: Record<string, readonly [Rule['freq'], number]> = { 分钟: ['MINUTELY', 1], 刻钟: ['MINUTELY', 15], 小时: ['HOURLY', 1], 钟头: ['HOURLY', 1], 天: ['DAILY', 1], 日: ['DAILY', 1], 周: ['WEEKLY', 1], 星期: ['WEEKLY', 1], 礼拜: ['WEEKLY', 1], 月: ['MONTHLY', 1], 季度: ['MONTHLY', 3], 年: ['YEARLY', 1] };

/* 每隔一天 leaves one out and comes every second; 每隔两小时 is said for every two hours. */
function everyUnit({ count, skipped, unit, half }: Record<string, string | undefined>): Rule {
  const [freq, size] = UNITS[unit as string] as readonly [Rule['freq'], number];
  const number = count === undefined ? 1 : numberOf(count);
  if (half !== undefined) return freq === 'HOURLY' ? simple('MINUTELY', { interval: 30 }) : freq === 'YEARLY' ? simple('MONTHLY', { interval: 6 }) : simple('DAILY', { interval: 15 });
  const leaves = skipped !== undefined && !['MINUTELY', 'HOURLY'].includes(freq) ? 1 : 0;
  return simple(freq, { interval: (number + leaves) * size });
}

const DATE = '(?:3[01]|[12]\\d|[1-9]|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const LIST_JOIN = '(?:、|,|和|及|与|跟|以及|还有)?';
const LIST = `(?:${WEEKDAY}(?![点时号个]))(?:${LIST_JOIN}${WEEK}?${WEEKDAY}(?![点时号个:])){0,6}`;
const SPAN = `(?<first>${WEEKDAY})(?:到|至|-|~)${WEEK}?(?<last>${WEEKDAY})`;

function weekdaysIn({ list, first, last }: Record<string, string | undefined>): number[] {
  if (first !== undefined && last !== undefined) return weekdaysBetween(weekdayNumber(first), weekdayNumber(last));
  const signs = (list as string).replace(/星期|礼拜|[周、,和及与跟以还有]/g, '');
  return [...new Set([...signs].map(weekdayNumber))].sort((a, b) => a - b);
}

const EVERY_WEEK = `(?:(?:每逢|每到|逢|每隔|每|隔)(?:个|一)?(?<count>两|双|单|[二三四2-9])?个?)${WEEK}的?(?:${WEEK})?`;
function weekInterval(count: string | undefined, words: string): number {
  const number = count === undefined || count === '单' ? 1 : count === '双' ? 2 : numberOf(count);
  return /^每?隔/.test(words) ? number + 1 : number;
}

const daysBetween = (first: number, last: number): number[] => Array.from({ length: Math.max(1, last - first + 1) }, (_, i) => first + i);

const RULES: Parse<Rule>[] = [
  rule('每个?工作日|(?:逢|每逢)工作日|工作日(?:的?每天)?(?=的?\\s?(?:早|上午|中午|下午|晚|\\d{1,2}[:点]|[一二两三四五六七八九十]+点))', () => simple('WEEKLY', { weekdays: WORKDAYS })),
  rule('(?:每逢|每个?|逢)(?:周末|双休日)|周末每天|每周(?:周末|末)', () => simple('WEEKLY', { weekdays: WEEKEND })),
  rule(`${EVERY_WEEK}(?:${SPAN}|(?<list>${LIST}))(?:每天)?`, (groups, words) => simple('WEEKLY', { interval: weekInterval(groups['count'], words), weekdays: weekdaysIn(groups) })),
  rule(`${WEEK}${SPAN}的?(?:每天|每个?(?=早|晚|上|下|中))`, (groups) => simple('WEEKLY', { weekdays: weekdaysIn(groups) })),
  rule(`${WEEK}(?<list>${LIST})每天`, (groups) => simple('WEEKLY', { weekdays: weekdaysIn(groups) })),
  rule(`每个?月的?(?:第(?<nth>[一二三四1-4])|(?<last>最后一?))个?${WEEK}(?<sign>${WEEKDAY})`, ({ nth, sign }) => simple('MONTHLY', { weekdays: [weekdayNumber(sign as string)], nth: nth === undefined ? -1 : numberOf(nth) })),
  rule(`每个?月的?(?<first>${DATE})[号日]?(?:到|至|-|~)(?<last>${DATE})[号日]`, ({ first, last }) => simple('MONTHLY', { monthDays: daysBetween(numberOf(first as string), numberOf(last as string)) })),
  rule('每个?月的?(?:第一天|月?初(?![一二三四五六七八九十]))', () => simple('MONTHLY', { monthDays: [1] })),
  rule('每个?月的?(?:最后一天|月?底|月?末)', () => simple('MONTHLY', { monthDays: [-1] })),
  rule(`每个?月的?(?<days>${DATE}[号日](?:${LIST_JOIN}${DATE}[号日])*|${DATE}(?:[、,和]${DATE})+[号日])`, ({ days }) => simple('MONTHLY', { monthDays: (days as string).match(new RegExp(DATE, 'g'))?.map(numberOf) ?? [] })),
  rule(`(?:每隔|每|隔)(?:一?个)?(?<count>${QUANTITY})?(?<half>半)?个?(?<unit>分钟|刻钟|小时|钟头|天|日|周|星期|礼拜|月|季度|年)(?!级|龄|代|轻|均|度|报|刊|历|经)`, (groups, words) => everyUnit({ ...groups, skipped: words.includes('隔') ? words : undefined })),
  rule(`(?<count>${QUANTITY})个?(?<unit>天|周|星期|礼拜|月|年|小时)(?:一|1)次`, everyUnit),
  rule('(?:一|1)个?(?<unit>天|周|星期|礼拜|月|年)(?:两|[二三四五六七八九十]|[2-9])次', everyUnit),
  rule('每一(?<unit>天|日|周|年)|每一个(?<unit2>月|星期|礼拜|小时)', ({ unit, unit2 }) => everyUnit({ unit: unit ?? unit2 })),
  rule('每(?=早上?|晚上?|夜|个(?:早|晚|上午|下午|中午|清晨|夜))个?', () => simple('DAILY')),
  rule('(?:天天|日日|每天每)(?=早|晚|上午|中午|下午|凌晨|都|在|要|\\d|[一二两三四五六七八九十]点)', () => simple('DAILY')),
];

const YEARLY_LEAD = skip('每年的?');
const YEARLY_HOLIDAY = new RegExp(HOLIDAY, 'y');

const NTH_WEEKDAY = rule(`(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月(?:份)?的?(?:第(?<nth>[一二三四1-4])|最后一?)个?${WEEK}(?<sign>${WEEKDAY})`, ({ month, nth, sign }) =>
  simple('YEARLY', { month: numberOf(month as string), weekdays: [weekdayNumber(sign as string)], nth: nth === undefined ? -1 : numberOf(nth) }),
);

const yearly: Parse<Rule> = (text, at) => {
  const start = YEARLY_LEAD(text, at);
  if (start === at) return null;
  const named = holiday(text, start);
  YEARLY_HOLIDAY.lastIndex = start;
  const name = named && YEARLY_HOLIDAY.exec(text)?.groups?.['holiday'];
  if (named && name !== undefined && name !== null) return { end: named.end, value: simple('YEARLY', dateFields(name, named)) };
  const nth = NTH_WEEKDAY(text, start);
  if (nth) return nth;
  const day = date(text, start);
  const numbers = day && /^(\d+|[一二三四五六七八九十]+)月(\d+|[一二三四五六七八九十]+)[日号]?$/.exec(text.slice(start, day.end));
  if (numbers) return { end: day.end, value: simple('YEARLY', { month: numberOf(numbers[1] as string), monthDays: [numberOf(numbers[2] as string)] }) };
  if (day) return { end: day.end, value: simple('YEARLY', { day: day.value }) };
  const month = /^(\d{1,2}|[一二三四五六七八九十]+)月(?:份)?(?!\d)/.exec(text.slice(start, start + 6));
  return month && { end: start + month[0].length, value: simple('YEARLY', { month: numberOf(month[1] as string) }) };
};

function dateFields(name: string, named: NonNullable<ReturnType<typeof holiday>>): Partial<Rule> {
  const fixed = fixedDate(name);
  return fixed ? { month: fixed.month, monthDays: [fixed.day] } : { day: named.value };
}

/* 周一至周五 alone are five days; with hours from and to they are each week's. */
export const hoursOnly = longest(rule(`${WEEK}${SPAN}`, (groups) => simple('WEEKLY', { weekdays: weekdaysIn(groups) })), englishSpan);

export const everyRule = longest(...RULES, yearly, englishRule);
