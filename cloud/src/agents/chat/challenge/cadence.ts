import type { Rules } from '@shared/wire/challengeRules';
import { NUM, numberOf } from '../../../engine/time/numbers';

/* How often: what of it the times of a text do not hold. What is read here is taken out of the text, so that nothing else reads it again. */

type Cadence = Rules['cadence'];

/** What is left of an ask, and how often it says. */
export interface Often {
  rest: string;
  cadence?: Cadence;
}

const WEEK = '(?:每|一)个?(?:周|星期|礼拜)';
const LEAST = '(?:至少|最少|打|要|来|得|坚持)*';
/* Of 每周三跑步3次 the 三 is a day, of 每周三次 it is how often. */
const PER_WEEK = new RegExp(`${WEEK}(?![一二三四五六日天末](?![次天回]))${LEAST}((?:(?![每打卡])\\p{Script=Han}){0,6}?(?:打卡)?)${LEAST}(${NUM})\\s*(?:次|天|回)卡?`, 'u');
const PER_WEEK_EN = /\b(\d|once|twice|two|three|four|five|six)(?: ?(?:times|days|x))? (?:(?:a|per|each|every) week|weekly)\b/i;
const ENGLISH: Record<string, number> = { once: 1, twice: 2, two: 2, three: 3, four: 4, five: 5, six: 6 };

/** So many times a week; what stands between the week and the number is what is done. */
function timesAWeek(text: string): Often | undefined {
  const [said, between = '', number] = PER_WEEK.exec(text) ?? [];
  const [saidEn, count = ''] = PER_WEEK_EN.exec(text) ?? [];
  const n = number === undefined ? (ENGLISH[count.toLowerCase()] ?? Number(count)) : numberOf(number);
  return n >= 1 && n <= 7 ? { cadence: { kind: 'perWeek', n }, rest: text.replace(said ?? saidEn ?? '', said === undefined ? ',' : between || '，') } : undefined;
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const CHINESE = '一二三四五六日';
const ONE = '(?:周|星期|礼拜)(?:[一二三四五六日天]|末)';
const DAYS = `${ONE}(?:[、，,和及跟]?${ONE})*`;
const NAME = '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekends?';
const NAMES = `(?:${NAME})(?:(?:,| and|, and| or) (?:${NAME}))*`;
const EXCEPT = new RegExp(
  [
    `(?:除(?:了|去|开)?|不(?:含|包括|算))(?:每个?)?(${DAYS})(?:以外|之外|外)?(?:都|，|,)?`,
    `(?:每个?)?(${DAYS})(?:可以|都)?(?:休息|不打(?:卡)?|不用打(?:卡)?|除外|歇|放假|不算)`,
    `\\b(?:except|but not|excluding)(?: for)?(?: on)? (${NAMES})\\b`,
    `\\b(${NAMES}) off\\b`,
  ].join('|'),
  'i',
);

/** The days of the week that are named, 0–6 from Monday. */
function daysNamed(words: string): number[] {
  const chinese = [...words.matchAll(/(?:周|星期|礼拜)(.)/gu)].map(([, one = '']) => (one === '天' ? 6 : CHINESE.indexOf(one)));
  const english = CODES.flatMap((code, day) => (new RegExp(`\\b${code}(?!ek)`, 'i').test(words) ? [day] : []));
  return /末|weekend/i.test(words) ? [...chinese, ...english, 5, 6] : [...chinese, ...english];
}

/** Every day but some. */
function allBut(text: string): Often | undefined {
  const hit = EXCEPT.exec(text);
  if (!hit) return undefined;
  const left = [...CODES.keys()].filter((day) => !daysNamed(hit.slice(1).find((group) => group !== undefined) ?? '').includes(day));
  const isWorkdays = left.length === 5 && !left.includes(5) && !left.includes(6);
  return { cadence: isWorkdays ? { kind: 'weekdays' } : { kind: 'rrule', rrule: `FREQ=WEEKLY;BYDAY=${left.map((day) => CODES[day]).join(',')}` }, rest: text.replace(hit[0], '，') };
}

const ANY_DAY = '(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]*day)?';
const FROM_TO = new RegExp(`\\b(?:every )?(${ANY_DAY})(?: (?:to|through|until|till) | ?[-–] ?)(${ANY_DAY})\\b`, 'i');

/** From one weekday to another, in English. */
function weekdaysEnglish(text: string): Often | undefined {
  const hit = FROM_TO.exec(text);
  const [from, to] = (hit?.slice(1) ?? []).map((name) => CODES.indexOf(name.slice(0, 2).toUpperCase()));
  if (!hit || from === undefined || to === undefined || from >= to) return undefined;
  const days = CODES.slice(from, to + 1);
  return { cadence: days.join() === 'MO,TU,WE,TH,FR' ? { kind: 'weekdays' } : { kind: 'rrule', rrule: `FREQ=WEEKLY;BYDAY=${days.join(',')}` }, rest: text.replace(hit[0], ',') };
}

/* Several weekdays of no one week: 周一到周六, 周二周四, 周一三五. */
const SEVERAL = /(?<![每这本下上个末至到、和及跟一二三四五六日天])(?=(?:周|星期|礼拜)[一二三四五六日天](?:(?:到|至|-|~|、|和|及|跟)?(?:周|星期|礼拜)[一二三四五六日天]|[二三四五六日]+(?![二三四五六日点时分公个次天千百十米组步页里])))/g;

/** Reads how often, of an ask for a challenge; weekdays are marked as those of every week. */
export function oftenIn(text: string): Often {
  const { rest, cadence } = allBut(text) ?? timesAWeek(text) ?? weekdaysEnglish(text) ?? { rest: text };
  return { rest: rest.replace(SEVERAL, '每'), ...(cadence ? { cadence } : {}) };
}
