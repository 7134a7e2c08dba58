import { EN_WEEKDAY, englishWeekday } from './englishDays';
import { longest, rule, type Parse } from './match';
import { ENGLISH_NUM, numberOf } from './numbers';
import { weekdaysBetween, type Rule } from './rrule';

const FREQS: Record<string, Rule['freq']> = { minute: 'MINUTELY', hour: 'HOURLY', day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY', daily: 'DAILY', weekly: 'WEEKLY', monthly: 'MONTHLY', yearly: 'YEARLY', annually: 'YEARLY' };

const weekly = (weekdays: readonly number[], interval = 1): Rule => ({ freq: 'WEEKLY', interval, weekdays });
const intervalOf = (words: string | undefined): number => (words === undefined ? 1 : /other|second/.test(words) ? 2 : numberOf(words));

const LIST = `(?<list>${EN_WEEKDAY}s?(?:(?:, ?| and |, and |/)${EN_WEEKDAY}s?){0,6})`;

function weekdaysOf(list: string): number[] {
  const names = list.match(new RegExp(EN_WEEKDAY, 'g')) ?? [];
  return [...new Set(names.map(englishWeekday))].sort((a, b) => a - b);
}

const every = rule(`every (?:(?<count>other|second|${ENGLISH_NUM}) )?(?<unit>minute|hour|day|week|month|year)s?(?: on ${LIST})?(?!\\w)`, ({ count, unit, list }): Rule => {
  const interval = intervalOf(count);
  return list === undefined ? { freq: FREQS[unit as string] as Rule['freq'], interval } : weekly(weekdaysOf(list), interval);
});

/** English words for what comes again: every weekday, every other week, Mondays, daily. */
export const englishRule: Parse<Rule> = (text, at) => (/\w/.test(text[at - 1] ?? '') ? null : rules(text, at));

/** Mon-Fri, Monday to Friday. */
export const englishSpan: Parse<Rule> = rule(`(?<!\\w)(?<first>${EN_WEEKDAY})(?:-| to | through )(?<last>${EN_WEEKDAY})(?!\\w)`, ({ first, last }) => weekly(weekdaysBetween(englishWeekday(first as string), englishWeekday(last as string))));

const rules = longest(
  every,
  rule('(?:every |each |on )?weekdays?(?!\\w)', (_, words) => (/^weekday$/.test(words) ? null : weekly([1, 2, 3, 4, 5]))),
  rule('(?:every weekend|on weekends|weekends)(?!\\w)', () => weekly([6, 7])),
  rule(`(?:every|each) (?:(?<other>other) )?${LIST}(?!\\w)`, ({ list, other }) => weekly(weekdaysOf(list as string), other === undefined ? 1 : 2)),
  rule('(?:on )?(?<list>(?:mon|tues|wednes|thurs|fri|satur|sun)days(?:(?:, ?| and )(?:mon|tues|wednes|thurs|fri|satur|sun)days){0,6})(?!\\w)', ({ list }) => weekly(weekdaysOf(list as string))),
  rule('every (?=morning|afternoon|evening|night|noon)', (): Rule => ({ freq: 'DAILY', interval: 1 })),
  rule('(?<word>daily|weekly|monthly|yearly|annually)(?!\\w)', ({ word }): Rule => ({ freq: FREQS[word as string] as Rule['freq'], interval: 1 })),
);
