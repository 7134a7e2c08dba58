import { HOUR, MINUTE, SECOND } from './civil';
import { rule, type Parse } from './match';
import { ENGLISH_NUM, numberOf } from './numbers';

/** A part of the day, [from, to) in hours. */
export interface Part {
  from: number;
  to: number;
  /** Hours before this one belong to the other half of the day: 下午3点 is 15, 晚上1点 is 25. */
  half: 'am' | 'noon' | 'pm' | 'night';
}

/* The bounds are those the field has agreed on for 上午, 中午, 下午 and 晚上, so that times can be compared between programs. */
const DAWN: Part = { from: 0, to: 6, half: 'am' };
const MORNING: Part = { from: 8, to: 12, half: 'am' };
const FORENOON: Part = { from: 8, to: 12, half: 'am' };
const NOON: Part = { from: 11, to: 13, half: 'noon' };
const AFTERNOON: Part = { from: 12, to: 16, half: 'pm' };
const DUSK: Part = { from: 16, to: 20, half: 'pm' };
const DAYTIME: Part = { from: 8, to: 18, half: 'am' };
const EVENING: Part = { from: 16, to: 20, half: 'night' };
const NIGHT: Part = { from: 20, to: 24, half: 'night' };

const WORDS: readonly (readonly [string, Part])[] = [
  ['凌晨|拂晓|黎明时分|the small hours', DAWN],
  ['(?:一)?大?清早|大早上|清晨|早晨|早间|早上|(?<!\\w)(?:early )?morning', MORNING],
  ['上午|午前|(?<!\\w)forenoon', FORENOON],
  ['中午|正午|晌午|午间', NOON],
  ['下午|午后|(?<!\\w)(?:late )?afternoon', AFTERNOON],
  ['大?白天(?!鹅)', DAYTIME],
  ['傍晚|黄昏|(?<!\\w)dusk', DUSK],
  ['晚上|晚间|夜晚|当晚|大晚上|(?<!\\w)(?:evening|tonight)', EVENING],
  ['(?<!三更)半夜|深夜|夜间|夜里|午夜|大半夜|(?<!\\w)(?:late )?night', NIGHT],
];
/* One sign says a part only beside a day or a clock: 明早, 七月五号晚, 早8点. */
const SHORT: readonly (readonly [string, Part])[] = [
  ['一?大?早|晨', MORNING],
  ['黎明', DAWN],
  ['晚', EVENING],
  ['夜', NIGHT],
];

const partRule = (rows: typeof WORDS, after: string): Parse<Part> => {
  const table = rows.map(([words, part]) => [new RegExp(`^(?:${words.replaceAll(/\(\?<?!.*?\)/g, '')})$`), part] as const);
  return rule(`(?:${rows.map(([words]) => words).join('|')})${after}`, (_, found) => table.find(([words]) => words.test(found))?.[1] ?? null);
};

/* 早上好 is a greeting, 下午茶 a meal. */
export const part = partRule(WORDS, '(?!好|茶|安|餐|场|班车|[a-z])(?:时分|时候|的时候)?');
export const shortPart = partRule([...WORDS, ...SHORT], '(?!好|茶|安|餐|饭|点|会|宴|起(?!飞)|睡|报|场|操|读|退|霜|恋|婚|熟|期|年|辈|自习|高峰|稻|市|盘|教|[a-z])');

/** A time of day, milliseconds since midnight; past 24 h for 晚上1点. */
export interface Clock {
  ms: number;
  /** Nothing says which half of the day: 3点 may be 15:00. */
  bare: boolean;
  /** Carries signs of a clock other than 点: minutes, 钟, a colon. */
  sure: boolean;
}

const hourIn = (hour: number, half: Part['half']): number => {
  if (half === 'am') return hour === 12 ? 0 : hour;
  if (half === 'noon') return hour < 10 ? hour + 12 : hour;
  if (half === 'night') return hour < 5 ? hour + 24 : hour <= 12 ? hour + 12 : hour;
  return hour < 12 ? hour + 12 : hour;
};

/** The clock in a part of the day. */
export function inPart(clock: Clock, { half }: Part): Clock {
  const hour = Math.floor(clock.ms / HOUR);
  return clock.bare || hour >= 12 ? { ...clock, ms: clock.ms + (hourIn(hour, half) - hour) * HOUR, bare: false } : clock;
}

const built = (hour: number, minute: number, second: number, sure: boolean, bare = hour >= 1 && hour <= 12): Clock | null =>
  hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute > 0) ? null : { ms: hour * HOUR + minute * MINUTE + second * SECOND, bare, sure };

const MINUTES = '(?<quarter>[一三13])刻钟?|过?(?<minute>\\d{1,2}|[零〇]?[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)分(?![钟之])(?:(?<second>\\d{1,2}|[零〇]?[一二三四五六七八九]|[二三四五]?十[一二三四五六七八九]?)秒)?|(?<minute2>[0-5]\\d|[零〇][一二三四五六七八九]|[二三四五]十[一二三四五六七八九]?|十[一二三四五六七八九]?)(?![\\d.个元块万千百十次米岁名位人件杯份条天小分点:%])';
/* 六七点 is from six on. */
const HOUR_NUM = '(?:(?:一两|两三|三四|四五|五六|六七|七八|八九)(?=点)|2[0-4]|1\\d|0?\\d|[二]?十[一二三四五六七八九]?|[零〇一二两三四五六七八九])';
const minutesOf = (count: string, unit: string | undefined): number => numberOf(count) * (unit?.startsWith('刻') ? 15 : 1);

/* 点 and 时 begin other words too. */
const SPOKEN = rule(
  `(?<!第)(?:(?<![\\d.:])(?=\\d)|(?=[零〇一二两三四五六七八九十差]))(?:差(?<to>\\d{1,2}|[一二三四五六七八九十]+)(?<toUnit>分钟?|刻钟?)(?:到|就)?)?(?<hour>${HOUR_NUM})\\s?(?:点(?![点儿阵滴])(?<oclock>钟|整)?|时(?![候间代尚常而刻节期光髦速区效段差不空装事政机])整?)\\s?(?:(?<half>半(?![个天年径价]))|${MINUTES})?(?:差(?<less>\\d{1,2}|[一二两三四五六七八九十]+)(?<lessUnit>分钟?|刻钟?))?(?<vague>多(?!少)|左右|许)?`,
  ({ hour, oclock, half, quarter, minute, minute2, second, vague, to = '0', toUnit, less = '0', lessUnit }, words) => {
    const minutes = half !== undefined ? 30 : quarter !== undefined ? 15 * numberOf(quarter) : numberOf(minute ?? minute2 ?? '0');
    const clock = built(numberOf(hour as string), minutes, numberOf(second ?? '0'), (oclock ?? half ?? quarter ?? minute ?? minute2 ?? vague) !== undefined);
    if (clock === null) return null;
    // 一时 is a while; other signs with 时 are no time of day unless they are plainly one
    if (words.includes('时') && !/^(?:\d|零|[二十].)/.test(words) && (words.startsWith('一') || !clock.sure)) return null;
    const missing = minutesOf(to, toUnit) + minutesOf(less, lessUnit);
    return missing === 0 ? clock : { ...clock, sure: true, ms: clock.ms - missing * MINUTE };
  },
);

/* 3:2 has no second digit; 21:18 before 领先 is a score. */
const COLON = rule(
  '(?<![\\d.:/]|比分:?\\s?|比例:?\\s?|以)(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d))?(?![\\d:]|\\.\\d)(?:\\s?(?<half>[ap])\\.?m\\.?(?![a-z])|(?!\\s?(?:领先|落后|战胜|击败|大胜|险胜|获胜|取胜|逆转|赢|输|的?比分|的比例)))(?:左右|许)?',
  ({ hour, minute, second, half }) => halfDay(built(Number(hour), Number(minute), Number(second ?? 0), true), half),
);

const ENGLISH = rule("(?<![\\w.:])(?:(?<hour>1[0-2]|0?[1-9])\\s?(?:(?<half>[ap])\\.?m\\.?(?![a-z])|o'?clock|(?<=at \\d{1,2})(?=$|[,.!?。]|(?: tomorrow| tonight| on | in the)))|(?<word>noon|midnight)(?!\\w))", ({ hour, half, word }) =>
  word !== undefined ? built(word === 'noon' ? 12 : 24, 0, 0, true, false) : halfDay(built(Number(hour), 0, 0, true), half),
);

function halfDay(clock: Clock | null, half: string | undefined): Clock | null {
  if (clock === null || half === undefined) return clock;
  const hour = Math.floor(clock.ms / HOUR);
  return hour > 12 ? clock : { ...clock, bare: false, ms: clock.ms + ((hour % 12) + (half === 'p' ? 12 : 0) - hour) * HOUR };
}

const PAST = rule(`(?<!\\w)(?<part>half past|(?:a )?quarter past|(?:a )?quarter to) (?<hour>${ENGLISH_NUM})(?!\\w)(?:\\s?(?<half>[ap])\\.?m\\.?(?![a-z]))?`, ({ part: words = '', hour, half }) => {
  const minutes = words.endsWith('to') ? -15 : words.startsWith('half') ? 30 : 15;
  const whole = halfDay(built(numberOf(hour as string), 0, 0, true), half);
  return whole && { ...whole, ms: whole.ms + minutes * MINUTE };
});

export const clock: Parse<Clock> = (text, at) => SPOKEN(text, at) ?? COLON(text, at) ?? ENGLISH(text, at) ?? PAST(text, at);
