import { changeRules } from '../../../shared/domain/checkin/changeRules';
import type { ChallengeRules } from '../../../shared/domain/checkin/types';
import { at, checkin, makeup, on, see } from './given';

const RULES: ChallengeRules = { start: on(1), end: on(30), cadence: { kind: 'perWeek', n: 4 }, window: { from: '06:00', to: '08:00' }, goal: { kind: 'consecutive', days: 10 }, makeup: { cards: 2, maxAgeDays: 3 } };

describe('rules change only forward', () => {
  test.each<[string, Partial<ChallengeRules>]>([
    ['a wider window', { window: { from: '06:00', to: '09:00' } }],
    ['no window any more', { window: undefined }],
    ['fewer times a week', { cadence: { kind: 'perWeek', n: 3 } }],
    ['a cadence of fewer days', { cadence: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=TU,SA' } }],
    ['a lower goal', { goal: { kind: 'consecutive', days: 9 } }],
    ['as many days, but no longer in a row', { goal: { kind: 'total', days: 10 } }],
    ['no goal any more', { goal: undefined }],
    ['more cards', { makeup: { cards: 3, maxAgeDays: 3 } }],
    ['older days to make up', { makeup: { cards: 2, maxAgeDays: 4 } }],
    ['an earlier end', { end: on(29) }],
    ['something easier with something stricter', { end: on(29), goal: { kind: 'consecutive', days: 12 } }],
  ])('%s waits seven days', (_, change) => {
    expect(changeRules(RULES, change, on(5))).toEqual({ from: on(12), rules: { ...RULES, ...change } });
  });

  test.each<[string, Partial<ChallengeRules>]>([
    ['a narrower window', { window: { from: '06:30', to: '08:00' } }],
    ['a window as long at another time', { window: { from: '22:00', to: '00:00' } }],
    ['every weekday', { cadence: { kind: 'weekdays' } }],
    ['a higher goal', { goal: { kind: 'total', days: 20 } }],
    ['fewer cards', { makeup: { cards: 1, maxAgeDays: 3 } }],
    ['no make-ups any more', { makeup: undefined }],
    ['a later end', { end: '2026-12-31' }],
    ['no end any more', { end: undefined }],
    ['review', { review: true }],
  ])('%s counts from the next day', (_, change) => {
    expect(changeRules(RULES, change, on(5))).toEqual({ from: on(6), rules: { ...RULES, ...change } });
  });

  test('an end that is over before the change counts becomes the eve of that day', () => {
    expect(changeRules(RULES, { end: on(3) }, on(5))).toEqual({ from: on(12), rules: { ...RULES, end: on(11) } });
  });

  test('days keep the rules they had', () => {
    const changes = [{ from: on(4), rules: { start: on(1), cadence: { kind: 'weekdays' as const }, window: { from: '20:00', to: '22:00' }, end: on(9) } }];
    const events = [checkin('02 07:00'), checkin('03 21:00'), checkin('04 07:00'), checkin('04 21:00'), checkin('07 21:00'), checkin('10 21:00')];
    const seen = see({ rules: { window: { from: '06:00', to: '08:00' } }, changes, events, now: at('12 12:00') });
    expect(seen.days).toBe('-+-+--..-');
    expect(seen.refused).toEqual({ 1: 'outside-window', 2: 'outside-window', 4: 'not-today', 5: 'ended' });
  });

  test('cards are counted by the rules of the day they are used on', () => {
    const changes = [{ from: on(4), rules: { start: on(1), cadence: { kind: 'daily' as const }, makeup: { cards: 1, maxAgeDays: 5 } } }];
    const seen = see({ changes, events: [makeup('03 08:00', 2), makeup('04 08:00', 2), makeup('04 08:01', 3)], now: at('04 12:00') });
    expect(seen).toMatchObject({ days: '-m-o', refused: { 0: 'no-cards', 2: 'no-cards' } });
  });
});
