import { at, checkin, on, pause, see, zone } from './given';

const MORNING = { window: { from: '06:00', to: '08:00' } };
const NIGHT = { window: { from: '22:00', to: '02:00' } };

describe('[C1] the local day', () => {
  test('[C1] is the one of the zone in force at that instant', () => {
    const { days, refused } = see({ events: [checkin('02 12:00'), zone('03 00:00', 'America/New_York'), checkin('03 12:00')], now: at('04 12:00') });
    // noon of the 3rd in Shanghai is 23:00 of the 2nd in New York, which is done
    expect(refused).toEqual({ 2: 'already-done' });
    expect(days).toBe('-+o');
  });

  test('[C1] one that was done before the journey counts in the zone of that time', () => {
    const { days } = see({ events: [zone('03 12:00', 'America/New_York'), checkin('03 13:00', '03 11:00')], now: at('04 22:00') });
    expect(days).toBe('--+o');
  });

  test('[C1] across the date line a day may come twice, or never', () => {
    const west = see({ zone: 'Pacific/Kiritimati', joined: at('01 00:00'), events: [checkin('01 18:30'), zone('01 19:00', 'Pacific/Pago_Pago'), checkin('02 19:30')], now: at('02 20:00') });
    // 2 November, 00:30 on Kiritimati; 25 hours later it is 2 November on Pago Pago, 00:30
    expect(west.refused).toEqual({ 2: 'already-done' });
    const east = see({ zone: 'Pacific/Pago_Pago', joined: at('01 20:00'), events: [checkin('01 20:30'), zone('01 21:00', 'Pacific/Kiritimati'), checkin('01 21:30')], now: at('01 22:00') });
    expect(east.days).toBe('++');
    const samoa = see({ rules: { start: '2011-12-28', cadence: { kind: 'daily' } }, zone: 'Pacific/Apia', joined: '2011-12-27T12:00:00Z', now: '2011-12-31T12:00:00Z' });
    expect(samoa.li.days.map(({ day, state }) => `${day} ${state}`)).toEqual(['2011-12-28 missed', '2011-12-29 missed', '2011-12-30 missed', '2011-12-31 missed', '2012-01-01 open']);
  });
});

describe('[C2] the window', () => {
  test('[C2] is open from its first minute and closed from its last', () => {
    const { refused } = see({ rules: MORNING, events: [checkin('01 05:59:59'), checkin('01 06:00'), checkin('02 07:59:59'), checkin('03 08:00')], now: at('03 12:00') });
    expect(refused).toEqual({ 0: 'outside-window', 3: 'outside-window' });
  });

  test('[C2] 23:59 is this day, 00:00 the next', () => {
    expect(see({ events: [checkin('01 23:59:59'), checkin('02 00:00')], now: at('02 00:01') }).days).toBe('++');
  });

  test('[C2] across midnight it belongs to the day it opens on', () => {
    const { days, refused } = see({ rules: NIGHT, events: [checkin('02 01:59'), checkin('02 02:00'), checkin('02 22:00'), checkin('03 00:30')], now: at('03 12:00') });
    expect(days).toBe('++o');
    expect(refused).toEqual({ 1: 'outside-window', 3: 'already-done' });
  });

  test('[C2] from a time to the same time is a day that begins then', () => {
    expect(see({ rules: { window: { from: '12:00', to: '12:00' } }, joined: at('01 12:00'), events: [checkin('02 11:59'), checkin('02 12:00')], now: at('02 13:00') }).days).toBe('++');
  });

  test('[C2] wall-clock time decides when the clocks change', () => {
    // In New York 02:00 to 03:00 does not exist on 8 March 2026: the window is never open, and over at once.
    const gap = { start: '2026-03-07', window: { from: '02:00', to: '03:00' } };
    const spring = see({ rules: gap, zone: 'America/New_York', joined: '2026-03-06T12:00:00Z', events: [{ at: '2026-03-08T07:30:00Z', kind: 'checkin' }], now: '2026-03-08T07:30:00Z' });
    expect(spring).toMatchObject({ days: '--', refused: { 0: 'outside-window' } });
    // On 1 November 2026 01:00 to 02:00 comes twice.
    const twice = { window: { from: '01:00', to: '02:00' } };
    const autumn = see({ rules: twice, zone: 'America/New_York', joined: '2026-10-30T12:00:00Z', events: [{ at: '2026-11-01T06:30:00Z', kind: 'checkin' }], now: '2026-11-01T12:00:00Z' });
    expect(autumn.days).toBe('+');
  });
});

describe('[C3] once a day', () => {
  test('[C3] the second of a double tap is refused', () => {
    const { li, refused } = see({ events: [checkin('01 08:00'), checkin('01 08:00')], now: at('01 09:00') });
    expect(refused).toEqual({ 1: 'already-done' });
    expect(li.total).toBe(1);
  });

  test('[C3] a day that waits for its verdict, or is made up, is done', () => {
    const pending = see({ rules: { review: true }, events: [checkin('01 08:00'), checkin('01 09:00')], now: at('01 10:00') });
    expect(pending.refused).toEqual({ 1: 'already-done' });
    const madeUp = see({ rules: { makeup: { cards: 1, maxAgeDays: 3 } }, events: [{ at: at('02 08:00'), kind: 'makeup', day: on(1) }, checkin('02 09:00', '01 23:00')], now: at('02 10:00') });
    expect(madeUp).toMatchObject({ days: 'mo', refused: { 1: 'already-done' } });
  });
});

describe('[C4] required days', () => {
  test('[C4] weekdays are Monday to Friday', () => {
    const { days, refused } = see({ rules: { cadence: { kind: 'weekdays' } }, events: [checkin('01 08:00'), checkin('02 08:00'), checkin('07 08:00')], now: at('08 12:00') });
    expect(days).toBe('.+----..');
    expect(refused).toEqual({ 0: 'not-today', 2: 'not-today' });
  });

  test('[C4] a rule falls on the days it matches itself', () => {
    expect(see({ rules: { cadence: { kind: 'rrule', rrule: 'FREQ=WEEKLY;BYDAY=TU,SA' } }, events: [checkin('03 08:00')], now: at('08 12:00') }).days).toBe('..+...-.');
  });

  test('[C4] before the first day, after the last one, and of nobody', () => {
    const { days, refused } = see({ rules: { end: on(2) }, joined: '2026-10-20T08:00:00+08:00', events: [{ ...checkin('01 08:00'), at: '2026-10-31T12:00:00+08:00' }, checkin('03 08:00'), { ...checkin('02 08:00'), member: 'zhao' }], now: at('05 08:00') });
    expect(refused).toEqual({ 0: 'not-started', 1: 'ended', 2: 'not-member' });
    expect(days).toBe('--');
  });
});

describe('[C5] joining', () => {
  test.each([
    ['while the window is open', at('03 07:00'), MORNING, '..-o'],
    ['before it opens', at('03 05:00'), MORNING, '..-o'],
    ['once it has closed', at('03 08:00'), MORNING, '...o'],
    ['in the small hours of a window of the night', at('04 01:00'), NIGHT, '..-o'],
    ['after those', at('04 03:00'), NIGHT, '...o'],
    ['without a window', at('03 23:59'), {}, '..-o'],
  ])('[C5] %s', (_, joined, rules, days) => {
    expect(see({ rules, joined, now: at('04 05:00') }).days).toBe(days);
  });

  test('[C5] nothing from before', () => {
    const { refused } = see({ joined: at('03 12:00'), events: [checkin('03 11:00'), pause('03 11:30'), checkin('03 13:00', '02 23:00'), checkin('03 14:00')], now: at('03 15:00') });
    expect(refused).toEqual({ 0: 'not-member', 1: 'not-member', 2: 'not-member' });
  });

  test('[C5] of several reasons the first in order is told', () => {
    const rules = { ...MORNING, cadence: { kind: 'weekdays' as const }, start: on(3), end: on(8) };
    const { refused } = see({ rules, joined: at('01 12:00'), events: [checkin('01 13:00', '01 14:00'), checkin('02 13:00', '01 10:00'), checkin('02 13:00'), checkin('02 07:00'), checkin('14 07:00'), checkin('08 07:00')], now: at('20 12:00') });
    expect(refused).toEqual({ 0: 'future', 1: 'late-sync', 2: 'outside-window', 3: 'not-started', 4: 'ended', 5: 'not-today' });
  });
});

describe('[C12] offline', () => {
  test('[C12] a check-in counts by when it was done', () => {
    expect(see({ rules: MORNING, events: [checkin('02 06:30', '01 07:00'), checkin('02 07:00')], now: at('02 12:00') }).days).toBe('++');
  });

  test('[C12] a clock that runs ahead up to five minutes, a night without network up to a day', () => {
    const { refused } = see({ events: [checkin('01 08:00', '01 08:05'), checkin('02 08:00', '02 08:05:01'), checkin('03 08:00', '02 08:00'), checkin('04 08:00', '03 07:59:59')], now: at('05 08:00') });
    expect(refused).toEqual({ 1: 'future', 3: 'late-sync' });
  });
});
