import fc from 'fast-check';
import * as peer from 'rrule';
import { DAY, dayText, parseDay } from '../civil';
import { firstRuleDay, ruleDays } from './days';
import { readRule, type Rule } from './rule';

const day = (text: string): number => parseDay(text) as number;
const START = day('2026-11-03');

function days(rrule: string, from: string, to: string, start = START): string[] {
  return ruleDays(readRule(rrule) as Rule, start, day(from), day(to)).map(dayText);
}

/** The same by the rrule package, which knows instants only: midnights in UTC. Positions it gives in their own order, twice where two are the same day, and the first day for one that is too far from the end: no more than four, which every month has. */
function peerDays(rrule: string, start: number, from: number, to: number): number[] {
  const rule = new peer.RRule({ ...peer.RRule.parseString(rrule), dtstart: new Date(start * DAY), until: new Date(to * DAY) });
  return [...new Set(rule.between(new Date(from * DAY), new Date(to * DAY), true).map((at) => at.getTime() / DAY))].sort((a, b) => a - b);
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const some = <T>(one: fc.Arbitrary<T>, maxLength = 4): fc.Arbitrary<string> => fc.uniqueArray(one, { minLength: 1, maxLength }).map((values) => values.join(','));
const signed = (max: number): fc.Arbitrary<number> => fc.integer({ min: 1, max }).chain((n) => fc.constantFrom(n, -n));
const weekday = fc.constantFrom(...WEEKDAYS);
const nthWeekday = (max: number): fc.Arbitrary<string> => fc.tuple(signed(max), weekday).map(([nth, name]) => `${nth}${name}`);

const parts = (freq: string): Record<string, fc.Arbitrary<string>> => ({
  INTERVAL: fc.integer({ min: 1, max: 5 }).map(String),
  BYMONTH: some(fc.integer({ min: 1, max: 12 })),
  ...(freq === 'WEEKLY' ? {} : { BYMONTHDAY: some(signed(31)) }),
  BYDAY: freq === 'MONTHLY' || freq === 'YEARLY' ? fc.oneof(some(weekday), some(nthWeekday(5))) : some(weekday),
  WKST: weekday,
  COUNT: fc.integer({ min: 1, max: 30 }).map(String),
});

const begins = fc.integer({ min: day('2023-01-01'), max: day('2028-12-31') });
const rules = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY').chain((freq) => fc.record(parts(freq), { requiredKeys: [] }).map((fields) => ({ freq, fields })));
const positioned = fc.tuple(fc.constantFrom('MONTHLY', 'YEARLY'), some(weekday, 7), some(signed(4), 2)).map(([freq, BYDAY, BYSETPOS]) => ({ freq, fields: { BYDAY, BYSETPOS } as Record<string, string> }));
const textOf = ({ freq, fields }: { freq: string; fields: Record<string, string | undefined> }): string => [`FREQ=${freq}`, ...Object.entries(fields).map(([name, value]) => `${name}=${value}`)].join(';');

describe('the days of a rule', () => {
  test('are those the rrule package gives, for random rules', () => {
    fc.assert(
      fc.property(fc.oneof({ weight: 4, arbitrary: rules }, { weight: 1, arbitrary: positioned }), begins, fc.integer({ min: -50, max: 800 }), (parts, start, skip) => {
        const text = textOf(parts);
        const [from, to] = [start + skip, start + skip + 700];
        expect(ruleDays(readRule(text) as Rule, start, from, to)).toEqual(peerDays(text, start, from, to));
      }),
      { numRuns: 100, seed: 7 },
    );
  });

  test('the first of them is the first of the list, also for rules that never fall', () => {
    fc.assert(
      fc.property(rules, begins, fc.integer({ min: 0, max: 800 }), (parts, start, skip) => {
        const rule = readRule(textOf(parts)) as Rule;
        expect(firstRuleDay(rule, start, start + skip, start + 2000)).toBe(ruleDays(rule, start, start + skip, start + 2000)[0] ?? null);
      }),
      { numRuns: 300, seed: 8 },
    );
  });

  test('begin with the beginning only where the rule matches it', () => {
    expect(days('FREQ=WEEKLY;BYDAY=TU,SA', '2026-11-01', '2026-11-10')).toEqual(['2026-11-03', '2026-11-07', '2026-11-10']);
    expect(days('FREQ=WEEKLY;BYDAY=SA', '2026-11-01', '2026-11-15')).toEqual(['2026-11-07', '2026-11-14']);
    expect(days('FREQ=WEEKLY', '2026-11-01', '2026-11-15')).toEqual(['2026-11-03', '2026-11-10']);
  });

  test('a place among the days of a week is one of the whole week, the beginning in its middle or not', () => {
    expect(days('FREQ=WEEKLY;BYDAY=MO,WE,FR;BYSETPOS=1', '2026-11-01', '2026-11-17')).toEqual(['2026-11-09', '2026-11-16']);
  });

  test('Mondays or the second Tuesday: both kinds of weekday stand side by side', () => {
    expect(days('FREQ=MONTHLY;BYDAY=MO,2TU', '2026-11-03', '2026-11-17')).toEqual(['2026-11-09', '2026-11-10', '2026-11-16']);
  });

  test('until a day, that day included, with or without a time', () => {
    for (const until of ['20261105', '20261105T000000Z', '20261105T235959']) expect(days(`FREQ=DAILY;UNTIL=${until}`, '2026-11-01', '2026-11-30')).toEqual(['2026-11-03', '2026-11-04', '2026-11-05']);
  });

  test.each(['', 'FREQ=HOURLY', 'FREQ=DAILY;FREQ=WEEKLY', 'FREQ=WEEKLY;BYDAY=XX', 'FREQ=WEEKLY;BYDAY=2TU', 'FREQ=DAILY;INTERVAL=0', 'FREQ=DAILY;INTERVAL=1.5', 'FREQ=MONTHLY;BYMONTHDAY=0', 'FREQ=MONTHLY;BYMONTHDAY=32', 'FREQ=YEARLY;BYEASTER=1', 'FREQ=DAILY;BYSETPOS=1', 'FREQ=DAILY;COUNT=0', 'FREQ=DAILY;UNTIL=20260230', 'FREQ=WEEKLY;WKST=2', 'freq=daily'])('“%s” is not read', (text) => {
    expect(readRule(text)).toBeNull();
  });
});
