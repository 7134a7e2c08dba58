import { nearest, type DayNode, type PeriodNode } from './base';
import { civilOf, dayOf, mondayOf, monthIndex, monthStart } from './civil';
import { longest, rule, type Parse } from './match';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = '(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DAY = '(?:the )?(?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?';
const YEAR = '(?:,? (?<year>[12]\\d{3}))?';
const OUT = '(?!\\w|:\\d|\\.\\d)';

export const EN_WEEKDAY = '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
export const englishWeekday = (word: string): number => WEEKDAYS.indexOf(word.slice(0, 3)) + 1;
/* sat, sun and wed are words of their own. */
const FULL_OR_CLEAR = '(?:mon|tue|tues|thu|thurs|fri|sat|sun)(?=[ ,-](?:\\d|mon|tue|wed|thu|fri|sat|sun|at |morning|noon|afternoon|evening|night))|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?<=-|to )(?:mon|tue|wed|thu|fri|sat|sun)';

const shiftOf = (word: string | undefined): number | undefined => (word === undefined ? undefined : word.startsWith('next') ? 1 : word.startsWith('last') ? -1 : 0);
const monthOf = (word: string | undefined): number => MONTHS.indexOf((word as string).slice(0, 3)) + 1;

const written = ({ month, day, year }: Record<string, string | undefined>): DayNode => ({
  of: (base) => {
    const at = (y: number): number | null => {
      const start = monthStart(y * 12 + monthOf(month) - 1);
      const found = start === null ? null : start + Number(day) - 1;
      return found !== null && civilOf(found).day === Number(day) ? found : null;
    };
    return year === undefined ? nearest(base, civilOf(base.anchor ?? base.today).year, at) : at(Number(year));
  },
});

const weekday = rule(`(?:(?<shift>next|last|this|coming) )?(?<name>${FULL_OR_CLEAR})(?!\\w|'s)`, ({ shift, name }): DayNode => {
  const number = englishWeekday(name as string);
  const weeks = shiftOf(shift);
  return {
    of: (base) => {
      const from = base.anchor ?? base.today;
      return weeks === undefined || shift === 'coming' ? nearest(base, 0, (week) => mondayOf(from) + 7 * week + number - 1) : mondayOf(base.today) + 7 * weeks + number - 1;
    },
  };
});

const RELATIVE: Record<string, number> = { today: 0, tomorrow: 1, tmr: 1, yesterday: -1, 'the day after tomorrow': 2, 'the day before yesterday': -2 };

const relative = rule('(?<word>the day after tomorrow|the day before yesterday|today|this(?= (?:morning|afternoon|evening))|tomorrow|tmr|yesterday)(?!\\w)', ({ word }): DayNode => ({
  of: ({ today }) => today + (RELATIVE[word as string] ?? 0),
}));

const atWord = <T>(parse: Parse<T>): Parse<T> => (text, at) => (/\w/.test(text[at - 1] ?? '') ? null : parse(text, at));

const ordinal = rule('(?<=on |by |before |until |since |after |till )the (?<day>3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)(?! (?:floor|street|time|of|anniversary|century|place))', ({ day }): DayNode => ({
  of: (base) => nearest(base, monthIndex(civilOf(base.anchor ?? base.today)), (index) => dayOf(Math.floor(index / 12), (index % 12) + 1, Number(day))),
}));

/** English words for a day: tomorrow, next Friday, July 5th, 5 July 2026. */
export const englishDay: Parse<DayNode> = atWord(longest(relative, weekday, ordinal, rule(`${MONTH} ${DAY}${YEAR}${OUT}`, written), rule(`${DAY}(?: of)? ${MONTH}${YEAR}${OUT}`, written)));

const weeks = rule("(?<shift>next|last|this) (?<what>week(?:end)?)(?!\\w|'s)", ({ shift, what }): PeriodNode => {
  const weekend = what === 'weekend';
  return {
    unit: weekend ? 'weekend' : 'week',
    of: ({ today }) => {
      const monday = mondayOf(today) + 7 * (shiftOf(shift) as number);
      return [monday + (weekend ? 5 : 0), monday + 7];
    },
  };
});

const monthsFrom = (index: number, count: number): readonly [number, number] | null => {
  const start = monthStart(index);
  const end = monthStart(index + count);
  return start === null || end === null ? null : [start, end];
};

const monthsAndYears = rule('(?<shift>next|last|this) (?<what>month|year|quarter)(?!\\w)', ({ shift, what }): PeriodNode => ({
  unit: what === 'year' ? 'year' : 'month',
  of: ({ today }) => {
    const size = what === 'year' ? 12 : what === 'quarter' ? 3 : 1;
    return monthsFrom((Math.floor(monthIndex(civilOf(today)) / size) + (shiftOf(shift) as number)) * size, size);
  },
}));

const ends = rule('(?:the )?end of (?:the |this )?(?<next>next )?(?<what>month|year|week)(?!\\w)', ({ next, what }): PeriodNode => ({
  isEnd: true,
  unit: 'days',
  of: ({ today }) => {
    const shift = next === undefined ? 0 : 1;
    const size = what === 'year' ? 12 : 1;
    const whole = what === 'week' ? ([mondayOf(today) + 7 * shift, mondayOf(today) + 7 * shift + 7] as const) : monthsFrom((Math.floor(monthIndex(civilOf(today)) / size) + shift) * size, size);
    const length = what === 'year' ? 31 : what === 'month' ? 10 : 3;
    return whole && [whole[1] - length, whole[1]];
  },
}));

/* may and march are verbs: a month stands after in or before a year. */
const month = rule(`(?:(?<=in |since |until |from |to |by )${MONTH}(?:,? (?<year>[12]\\d{3}))?|${MONTH.replace('<month>', '<month2>')},? (?<year2>[12]\\d{3}))${OUT}`, ({ month: first, month2, year, year2 }): PeriodNode => ({
  unit: 'month',
  of: (base) => {
    const number = monthOf(first ?? month2);
    const named = year ?? year2;
    if (named !== undefined) return monthsFrom(Number(named) * 12 + number - 1, 1);
    const start = nearest(base, civilOf(base.anchor ?? base.today).year, (y) => monthStart(y * 12 + number - 1));
    return start === null ? null : monthsFrom(monthIndex(civilOf(start)), 1);
  },
}));

/** English words for a stretch of days: next week, this weekend, in May, June 2026. */
export const englishPeriod: Parse<PeriodNode> = atWord(longest(weeks, monthsAndYears, month, ends));
