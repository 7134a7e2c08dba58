import type { Rules } from '@shared/wire/challengeRules';
import type { ChallengeDoc } from '../model';
import { isClosingTime } from './day';

/** A Tuesday begins it. */
const RULES: Rules = { title: '晨跑', start: '2026-11-03', cadence: { kind: 'daily' }, proof: { kind: 'tap' }, review: false, strict: false };
const closing = (at: string, rules: Partial<Rules> = {}, more: Partial<ChallengeDoc> = {}): boolean => isClosingTime({ rules: { ...RULES, ...rules }, changes: [], zone: 'Asia/Shanghai', ...more }, Date.parse(at));

describe('[A9] when a day draws to its close', () => {
  it.each<[string, Partial<Rules>, boolean]>([
    ['2026-11-03T19:59:59+08:00', {}, false],
    ['2026-11-03T20:00:00+08:00', {}, true],
    ['2026-11-03T20:09:59+08:00', {}, true],
    ['2026-11-03T20:10:00+08:00', {}, false],
    ['2026-11-03T07:00:00+08:00', { window: { from: '06:00', to: '08:00' } }, true],
    ['2026-11-03T20:00:00+08:00', { window: { from: '06:00', to: '08:00' } }, false],
    ['2026-11-03T18:00:00+08:00', { window: { from: '06:00', to: '22:00' } }, true],
    // past midnight it is still the day before [C2]
    ['2026-11-04T00:30:00+08:00', { window: { from: '23:00', to: '02:00' } }, true],
    ['2026-11-03T00:30:00+08:00', { window: { from: '23:00', to: '02:00' } }, false],
    ['2026-11-02T20:00:00+08:00', {}, false],
    ['2026-11-04T20:00:00+08:00', { end: '2026-11-03' }, false],
    ['2026-11-07T20:00:00+08:00', { cadence: { kind: 'weekdays' } }, false],
    ['2026-11-07T20:00:00+08:00', { cadence: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=SA' } }, true],
    ['2026-11-07T20:00:00+08:00', { cadence: { kind: 'perWeek', n: 3 } }, false],
  ])('%s under %j: %s', (at, rules, is) => expect(closing(at, rules)).toBe(is));

  it('is by the clock where it was started, and by the rules of the day', () => {
    expect(closing('2026-11-03T20:00:00+01:00', {}, { zone: 'Europe/Berlin' })).toBe(true);
    const changes = [{ from: '2026-11-04', rules: { ...RULES, window: { from: '06:00', to: '08:00' } }, by: 'li', at: new Date() }];
    expect([closing('2026-11-03T20:00:00+08:00', {}, { changes }), closing('2026-11-04T20:00:00+08:00', {}, { changes }), closing('2026-11-04T07:00:00+08:00', {}, { changes })]).toEqual([true, false, true]);
  });
});
