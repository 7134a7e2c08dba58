import type { ConstraintOp, ConstraintType } from '../../../../shared/domain/itinerary/types';
import { time, type TimeItem } from '../time';
import { numericDates } from './numericDates';
import { isDenied } from './polarity';
import { blot, blotOut, clauseAt, type Said } from './said';
import type { ReadConstraint } from './types';

const MAYBE = /[\d一二两三四五六七八九十]\s?(?:点|号|日|月|:|\/|\.)|周|星期|礼拜|今天|明[天早晚]|后天|下个?月|月底|月初|节|国庆|五一|元旦|清明|中秋|端午|春节|过年|暑假|寒假|十一/;
const ARRIVE = /到达|抵达|到(?!时候)|落地|入住|前往.{0,6}到/;
const LEAVE = /离开|返程|回程|返回|回家|到家|回来|回去|赶飞机|赶火车|撤|走人|的(?:飞机|高铁|火车|航班|动车)|出发|动身|启程|起飞|往回|走(?:$|了|人)/;
const RETURN = /回|返|撤|往回|到家|离开|走(?=$|[,。!吧了])/;
/** Setting out in a morning of the trip, or to it: never its end. 走 where one cannot before: 五点以后才能走. */
const SETS_OUT = /下班.{0,3}走|出发|动身|启程|(?:飞机|高铁|火车|航班|动车)(?:过?去|走)/;
const ENDS_TRIP = /回|返|撤|到家|离开|最后一?天/;
const RIDE = /的(?:飞机|高铁|火车|航班|动车)/;
const NOON = '12:00';
const DAWN = '06:00';
/** 12月5日玩到8日. */
const UNTIL = /^[^,。]{0,6}(?:到|至|-|~)\s?$/;
const OUT = /出门|起床|睡到|起来|开始玩|集合|出去|开始逛|行程开始/;
const SLEEPS_IN = /睡到/;
const IN = /回酒店|回民宿|收工|结束|休息|睡/;
/* What is open, eaten or sold at a time is no time of the travellers. */
const OTHER = /营业|开门|关门|闭馆|开馆|上班|下班(?!就|后|直接|以后|之后)|开会|上课|开抢|放票|截止|报名|游玩时[间长]/;
const PAST = /上次|去年|之前去|(?<![点分半号日月周年天\d])以前|曾|去过|玩过|上个?月/;
const DAY = 86_400_000;
const LONGEST_TRIP = 60;
/** How far behind a day of leaving the one of return is said. */
const FAR = 20;

const dayOf = (iso: string): string => iso.slice(0, 10);
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${dayOf(to)}T00:00:00Z`) - Date.parse(`${dayOf(from)}T00:00:00Z`)) / DAY);
const lastDay = (to: string): string => new Date(Date.parse(`${dayOf(to)}T00:00:00Z`) - (to.slice(11, 16) === '00:00' ? DAY : 0)).toISOString().slice(0, 10);

const hasClock = ({ text, from, to }: TimeItem): boolean => /点|:|时/.test(text) && (from ?? to) !== undefined;

/** 9点前 is at the latest, 9点后 at the earliest. */
function opOf(item: TimeItem, after: string): ConstraintOp {
  if (/前$/.test(item.text) || /^(?:之?以?前|不到)/.test(after)) return 'le';
  return /后$/.test(item.text) || /^(?:之?以?后|才|再)/.test(after) ? 'ge' : 'eq';
}

const isSettingOut = (clause: string, op: ConstraintOp, value: string): boolean =>
  !ENDS_TRIP.test(clause) && (SETS_OUT.test(clause) || (op === 'ge' && /走(?:$|了|人|吧)/.test(clause)) || (value < NOON && RIDE.test(clause)));

/** 九点睡, 五点以后才能出发: nobody means the morning. */
const later = (value: string, clause: string, before: string): string => (value < before && !/早|凌晨|上午/.test(clause) ? `${Number(value.slice(0, 2)) + 12}${value.slice(2)}` : value);

function clockOf(item: TimeItem, said: Said): ReadConstraint | null {
  const clause = clauseAt(said, item.span[0]).text;
  const iso = item.from ?? item.to;
  if (iso === undefined || OTHER.test(clause)) return null;
  const op = opOf(item, said.text.slice(item.span[1], item.span[1] + 3));
  const value = iso.slice(11, 16);
  const as = (type: ConstraintType, how: ConstraintOp, at = value): ReadConstraint => ({ type, op: how, value: at, span: item.span });
  if (IN.test(clause) && !SLEEPS_IN.test(clause)) return as('rest', 'le', later(value, clause, NOON));
  if (OUT.test(clause)) return as('rest', 'ge');
  // who sets out in the afternoon is not there before
  if (isSettingOut(clause, op, value)) {
    const at = later(value, clause, DAWN);
    return op === 'le' ? null : as(at < NOON ? 'rest' : 'arrive', 'ge', at);
  }
  if (LEAVE.test(clause)) return as('leave', op);
  return ARRIVE.test(clause) ? as('arrive', op) : null;
}

/** A day, or first and last of a few; how many days they are where the text says no number. */
function dateOf(item: TimeItem): ReadConstraint[] {
  const { to, kind, span } = item;
  // 周六10点前 has an end alone
  const from = item.from ?? (hasClock(item) ? to : undefined);
  if (from === undefined) return [];
  if (kind === 'point' || to === undefined || hasClock(item)) return [{ type: 'date', op: 'eq', value: dayOf(from), span }];
  const last = lastDay(to);
  const length = daysBetween(from, last) + 1;
  if (length < 2) return [{ type: 'date', op: 'eq', value: dayOf(from), span }];
  return length > LONGEST_TRIP ? [] : [{ type: 'date', op: 'in', value: [dayOf(from), last], span }];
}

const isDayItem = (item: TimeItem): boolean => /[日号月周天节\/.-]|星期|礼拜|国庆|五一|十一|元旦|明|后/.test(item.text) && !(hasClock(item) && !/[号日周]|星期|礼拜|明|后天/.test(item.text));

/** 周日 after 下周五 is the Sunday behind it. */
const BARE_WEEKDAY = /^(?:周|星期|礼拜)[一二三四五六日天]/;

/** 24号 after 11月20号 is of that month. */
const BARE_DAY = /^(\d{1,2})[号日]$/;

function inMonth(day: string, last: string): string | undefined {
  const date = `${last.slice(0, 8)}${day.padStart(2, '0')}`;
  return date > last && Number.isFinite(Date.parse(`${date}T00:00:00Z`)) ? date : undefined;
}

function behind(item: TimeItem, last: string | undefined): TimeItem {
  if (last === undefined || item.from === undefined) return item;
  const date = inMonth(BARE_DAY.exec(item.text)?.[1] ?? '', last);
  if (date !== undefined) return { ...item, from: date + item.from.slice(10), kind: 'point' };
  if (!BARE_WEEKDAY.test(item.text)) return item;
  let from = Date.parse(`${dayOf(item.from)}T00:00:00Z`);
  while (from < Date.parse(`${last}T00:00:00Z`)) from += 7 * DAY;
  const day = new Date(from).toISOString().slice(0, 10);
  return { ...item, from: day + item.from.slice(10), ...(item.to === undefined ? {} : { to: item.to }), kind: 'point' };
}

const lastOf = ({ value }: ReadConstraint): string => String(Array.isArray(value) ? value.at(-1) : value);

/** 有空 is when one could go, not how long one goes. */
const FREE = /有空|有时间|有假|放假|之间|期间|左右|哪天|都行|都可以|任/;
const TWO_ENDS = /[到至~—–-]/;

/** How many days a trip lasts of which the first and the last day were said. */
function lengthOf({ op, value, span }: ReadConstraint, said: Said): ReadConstraint[] {
  const clause = clauseAt(said, span[0]);
  if (op !== 'in' || !Array.isArray(value) || FREE.test(clause.text) || !(TWO_ENDS.test(said.text.slice(...span)) || RETURN.test(said.text.slice(span[1], span[1] + FAR)))) return [];
  return [{ type: 'days', op: 'eq', value: daysBetween(String(value[0]), String(value[1])) + 1, span }];
}

/** A day of return after one of leaving makes a range of both. */
function withDate(read: ReadConstraint[], date: ReadConstraint, isReturn: boolean): void {
  const start = read.find(({ type, op }) => type === 'date' && op === 'eq');
  if (!isReturn || !start || date.op !== 'eq' || lastOf(date) <= lastOf(start)) read.push(date);
  else read.splice(read.indexOf(start), 1, { ...start, op: 'in', value: [lastOf(start), lastOf(date)] });
}

/** Days, hours, and how long it is where both its ends are told. */
function spoken(said: Said, now: string, zone: string, read: ReadConstraint[]): void {
  for (const found of time({ text: said.text, now, zone }).items) {
    const clause = clauseAt(said, found.span[0]).text;
    if (found.kind === 'recurring' || found.kind === 'duration' || PAST.test(clause)) continue;
    const dates = read.filter(({ type }) => type === 'date');
    const item = behind(found, dates.length > 0 ? lastOf(dates.at(-1) as ReadConstraint) : undefined);
    const clock = hasClock(item) ? clockOf(item, said) : null;
    if (clock) read.push(clock);
    if (!isDayItem(item) || OTHER.test(clause) || isDenied(said, item.span[0], item.span[1])) continue;
    const joins = dates.length > 0 && UNTIL.test(said.text.slice((dates.at(-1) as ReadConstraint).span[1], item.span[0]));
    for (const date of dateOf(item)) withDate(read, date, joins || RETURN.test(clause));
  }
}

/** 我们7号回 tells by when the trip is over, and not when it begins. */
const GOES_BACK = /^[^,。]{0,10}(?:回(?![民族忆请])|返|到家)/;
function onlyEnd(read: readonly ReadConstraint[], said: Said): readonly ReadConstraint[] {
  const dates = read.filter(({ type }) => type === 'date');
  return dates.length !== 1 ? read : read.map((one) => (one.type === 'date' && one.op === 'eq' && GOES_BACK.test(said.text.slice(one.span[1])) ? { ...one, op: 'le' } : one));
}

/** When the trip is, when it begins and ends on its days, from what time one is out and in again; how long it is where its ends are told. */
export function momentsIn(said: Said, now: string, zone: string): ReadConstraint[] {
  const numeric = numericDates(said, now, zone);
  const rest = blot(said, numeric.map(({ span }) => span));
  const found = [...numeric];
  if (MAYBE.test(rest.text)) spoken(rest, now, zone, found);
  const read = onlyEnd(found, said);
  return [...read, ...read.flatMap((one) => (one.type === 'date' ? lengthOf(one, said) : []))];
}

/** Sums would read as times: 5000-6000 is no year. */
export const withoutSums = (said: Said): Said => ({ ...said, text: blotOut(said.text, /\d+\s?(?:-|~|到)\s?\d+\s?(?:元|块|人民币)/g) });
