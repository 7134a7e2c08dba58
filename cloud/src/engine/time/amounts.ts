import { addMonths, DAY, HOUR, MINUTE, SECOND } from './civil';
import { longest, rule, type Hit, type Parse } from './match';
import { ENGLISH_NUM, isFew, numberOf, QUANTITY } from './numbers';

/** A length of time: months are of the calendar, the rest is exact. */
export interface Amount {
  months: number;
  days: number;
  ms: number;
}

type Unit = [keyof Amount, number];

const UNITS: Record<string, Unit> = {
  世纪: ['months', 1200], 季度: ['months', 3], 年: ['months', 12], 月: ['months', 1], 周: ['days', 7], 星期: ['days', 7], 礼拜: ['days', 7], 工作日: ['days', 1], 天: ['days', 1], 日: ['days', 1],
  小时: ['ms', HOUR], 钟头: ['ms', HOUR], 时: ['ms', HOUR], 刻钟: ['ms', 15 * MINUTE], 分钟: ['ms', MINUTE], 分: ['ms', MINUTE], 秒: ['ms', SECOND],
  year: ['months', 12], yr: ['months', 12], month: ['months', 1], week: ['days', 7], day: ['days', 1], hour: ['ms', HOUR], hr: ['ms', HOUR], minute: ['ms', MINUTE], min: ['ms', MINUTE], second: ['ms', SECOND], sec: ['ms', SECOND],
};

/** So many of a unit; half a month is fifteen days, half a day twelve hours. */
function amountOf(count: number, unit: string): Amount {
  const [field, size] = UNITS[unit] as Unit;
  const amount: Amount = { months: 0, days: 0, ms: 0 };
  const total = count * size;
  const whole = field === 'ms' ? Math.round(total) : Math.floor(total);
  amount[field] = whole;
  if (field === 'months') amount.days = Math.round((total - whole) * 30);
  if (field === 'days') amount.ms = Math.round((total - whole) * DAY);
  return amount;
}

const plus = (a: Amount, b: Amount): Amount => ({ months: a.months + b.months, days: a.days + b.days, ms: a.ms + b.ms });

/** Seconds of an amount, a month counted as 30 days and a year as 365. */
export const secondsOf = ({ months, days, ms }: Amount): number => (Math.floor(months / 12) * 365 + (months % 12) * 30 + days) * (DAY / SECOND) + ms / SECOND;

export const isWholeDays = ({ ms }: Amount): boolean => ms === 0;

/** The wall time an amount after (or, sign -1, before) another; null outside the calendar. */
export function shifted(wall: number, { months, days, ms }: Amount, sign: 1 | -1 = 1): number | null {
  const day = Math.floor(wall / DAY);
  const moved = addMonths(day, sign * months);
  return moved === null ? null : wall + (moved - day) * DAY + sign * (days * DAY + ms);
}

/* 年 in 5年级, 天 in 三天两头, 周 in 3周年 begin another word; N月 and N分 alone are dates and marks. */
const FIRST_UNIT = '(?<!个)年(?![级度代生轻龄月份]|纪念|[一二三四五六七八九十\\d]+班)|个月|(?<=个半)月|世纪|个?季度|周(?![年岁围边末报刊期日一二三四五六])|个?(?:星期|礼拜)(?![一二三四五六日天])|天(?![下生堂涯]|到晚|两头|之骄|优品|连锁|酒店)|日(?=之?[内后前]|以[内后前]|游)|个?工作日|个?(?:小时|钟头)|刻钟|分钟|秒钟?(?![杀懂回])|分(?=\\s?[\\d一二两三四五六七八九十]{1,3}秒)';
const LATER_UNIT = `${FIRST_UNIT}|日|时|分|月`;

const piece = (unit: string): Parse<Amount> =>
  rule(`(?<count>${QUANTITY}|半)\\s?(?:(?<=[十百千\\d])[多来几余])?(?:(?<half>个半)|个|整)?\\s?(?<unit>${unit})(?<half2>半(?!天|年|个|小时|月|夜|数))?(?:多(?!少))?`, ({ count, half, unit: words, half2 }) => {
    // 五一三天 is no number of days
    if (/^[一二三四五六七八九]{2,}$/.test(count as string) && !isFew(count as string)) return null;
    const number = count === '半' ? 0.5 : numberOf(count as string);
    // 2018年 and 07年 are years
    if (words === '年' && (/^[百千万]$/.test(count as string) || number >= 1000 || /^[0零〇]/.test(count as string))) return null;
    return amountOf(number + (half !== undefined || half2 !== undefined ? 0.5 : 0), (words as string).replace(/^个/, '').replace(/秒钟/, '秒'));
  });

const first = piece(FIRST_UNIT);
const later = piece(LATER_UNIT);
const JOIN = /\s?(?:又|零|余|加|外加|和)?\s?(?=[\d零〇一二两三四五六七八九十百半])/y;

/* 等了半天 and 半天没来 are a while. */
const A_WHILE = /(?<=[了好老大])半天|半天(?=[没才也都不])/y;

function chinese(text: string, at: number): Hit<Amount> | null {
  A_WHILE.lastIndex = at;
  if (A_WHILE.test(text)) return null;
  if (/[第有那这某同当前每哪几\d.零〇一二两三四五六七八九十百千]$/.test(text.slice(Math.max(0, at - 1), at)) && !isPlural(text, at)) return null;
  let hit = first(text, at);
  while (hit) {
    JOIN.lastIndex = hit.end;
    const joined = JOIN.exec(text);
    const next = joined && later(text, hit.end + joined[0].length);
    if (!next) return hit;
    hit = { end: next.end, value: plus(hit.value, next.value) };
  }
  return hit;
}

/* 有一天, 这一年, 前一天 name a day; 有三天, 这两年 and 前两周 count. */
const isPlural = (text: string, at: number): boolean => /[有这前那]/.test(text[at - 1] as string) && !/^一[天年日]/.test(text.slice(at, at + 2));

const EN_UNIT = 'years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|seconds?|secs?';
const english = rule(
  `(?<![\\w.])(?:(?<num>${ENGLISH_NUM})(?:-|\\s)?(?:an?\\s)?|(?<half>half an?)\\s)(?<unit>${EN_UNIT})(?:(?:\\s(?:and\\s)?)(?<more>a half|half)|(?:\\s(?:and\\s)?|,\\s)(?<num2>${ENGLISH_NUM})\\s?(?<unit2>${EN_UNIT}))?(?!\\w)`,
  ({ num, half, unit, more, num2, unit2 }) => {
    const count = (half !== undefined ? 0.5 : numberOf(num as string)) + (more === undefined ? 0 : 0.5);
    const amount = amountOf(count, (unit as string).replace(/s$/, ''));
    return num2 === undefined ? amount : plus(amount, amountOf(numberOf(num2), (unit2 as string).replace(/s$/, '')));
  },
);

/** How long: 两个半小时, 三年半, 一年三个月又20天, half an hour. */
export const amount: Parse<Amount> = longest(chinese, english);
