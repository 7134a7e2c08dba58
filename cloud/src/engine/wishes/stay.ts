import { COUNT, countOf } from './amounts';
import { lastWord } from './correction';
import type { Said } from './said';
import type { ReadConstraint } from './types';

const RANGE = `(?:(?:${COUNT})\\s?(?:天|日)?\\s?(?:-|~|到|至|或者?)\\s?)?`;
const DAYS = new RegExp(`(?<![第前后每隔提早多过近这那头月\\d.]|(?<![\\d一二两三四五六七八九十])晚|(?<![待住玩呆])上)${RANGE}(?<n>${COUNT})(?<half>天半|个?半天)?\\s?(?:整)?(?:天|日游|日之旅|日自由行|日行程|日(?=[,，。的]|${COUNT}[晚夜宿]))(?![后前内之以数]|以[前后内]|左右内|空调|气|都|没|[三两四]顿)(?:${COUNT}[晚夜宿])?`, 'g');
const NIGHTS = new RegExp(`(?:住|待|呆|过|玩)(?:上|个)?(?<n>${COUNT})(?:[晚夜宿](?![上餐饭])|个(?:晚上|夜晚))|(?<=^|[,。;、\\s])(?<alone>${COUNT})(?:[晚夜宿]|个晚上)(?=$|[,。;\\s])`);
/** 4d3n. */
const SHORT = /(?<![\w.])(?<n>\d{1,2})d(?:\d{1,2}n)?(?![\w])/;
const WEEKS = new RegExp(`(?<![第每上下前后这那])(?<n>${COUNT}|半)个?(?:星期|礼拜|周)(?![一二三四五六日天末后前年])`);
const LISTED = new RegExp(`(?:天数(?:是|为|:)?|(?<=^|[,。;、\\s])(?:天|时间|时长):)\\s?(?<n>${COUNT})`);
const HALF_MONTH = /半个月(?![后前内])/;
const WEEKEND = /周末(?:两天|2天)?(?=.{0,6}(?:玩|去|游|走|逛|短途|出|过))|(?<=^|[,。;、])(?:这个?|本|下个?)?周末(?=$|[,。;、])|双休/;
const SAME_DAY = /当[天日](?:来回|往返|去当[天日]回|就回)|一日来回|早去晚回|早出晚归/;
const LONGEST = 60;
/** Beside such words days are not how long the trip is. */
const OTHER = /提前|每(?:人|晚|间)?$|营业|年假.{0,3}剩|预报|退[房票]|签|保质|隔|游玩时[间长]|能玩|可以玩|第$|玩过|去过|待过|住过|上次|去年|当年/;

/* 一天 is the length of a trip only where it stands for itself: 一天跑三个地方 is a pace. */
const ONE_BEFORE = /[玩游逛待呆去期间共]\s?$/;
const ONE_AFTER = /^(?:游|行程|时间|来回|往返|[,。;!?]|$)/;

function isLength(text: string, start: number, end: number, days: number): boolean {
  if (days < 1 || days > LONGEST) return false;
  return days > 1 || /日/.test(text.slice(start, end)) || ONE_BEFORE.test(text.slice(Math.max(0, start - 2), start)) || ONE_AFTER.test(text.slice(end));
}

const isOther = (text: string, at: number): boolean => OTHER.test(text.slice(Math.max(0, at - 8), at).split(/[,。]/).at(-1) as string);

function daysSaid(text: string): ReadConstraint | null {
  const said = [...text.matchAll(DAYS)].flatMap((hit) => {
    const [start, end] = [hit.index, hit.index + hit[0].length];
    const days = countOf(hit.groups?.n ?? '');
    return isOther(text, start) || !isLength(text, start, end, days) ? [] : [{ days, start, end }];
  });
  const last = lastWord(text, said);
  return last ? { type: 'days', op: 'eq', value: last.days, span: [last.start, last.end] } : null;
}

function longer(text: string, pattern: RegExp, days: (n: string | undefined) => number): ReadConstraint | null {
  const hit = pattern.exec(text);
  if (!hit || isOther(text, hit.index)) return null;
  return { type: 'days', op: 'eq', value: days(hit.groups?.n ?? hit.groups?.alone), span: [hit.index, hit.index + hit[0].length] };
}

/** How many days the trip is to last, where it is said: 三天两夜 is three, 住两晚 is three, of 两三天 the more. */
export function daysIn({ text }: Said): ReadConstraint[] {
  const weeks = (n = ''): number => (n === '半' ? 4 : 7 * countOf(n));
  const found = daysSaid(text) ?? longer(text, WEEKS, weeks) ?? longer(text, LISTED, (n = '') => countOf(n)) ?? longer(text, HALF_MONTH, () => 15) ?? longer(text, SHORT, (n = '') => countOf(n)) ?? longer(text, NIGHTS, (n = '') => countOf(n) + 1) ?? longer(text, WEEKEND, () => 2) ?? longer(text, SAME_DAY, () => 1);
  return found ? [found] : [];
}
