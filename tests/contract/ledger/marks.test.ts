import { at, checkin, makeup, on, pause, resume, see, verdict, zone } from './given';

const MORNING = { window: { from: '06:00', to: '08:00' } };
const CARDS = { makeup: { cards: 2, maxAgeDays: 3 } };

describe('[C6] states', () => {
  test('[C6] a day is open until its window has ended, then missed', () => {
    expect(see({ rules: MORNING, now: at('01 05:00') }).days).toBe('o');
    expect(see({ rules: MORNING, now: at('01 07:59:59') }).days).toBe('o');
    expect(see({ rules: MORNING, now: at('01 08:00') }).days).toBe('-');
  });

  test('[C6] it has ended by the zone in force now', () => {
    expect(see({ rules: MORNING, events: [zone('01 07:00', 'Europe/Berlin')], now: at('01 12:00') }).days).toBe('o');
  });

  test('[C6] a rejected day is open while its window is, and may be done again', () => {
    const events = [checkin('01 06:10'), verdict('01 06:20', 1, false)];
    expect(see({ rules: MORNING, events, now: at('01 07:00') }).days).toBe('o');
    expect(see({ rules: MORNING, events, now: at('01 08:00') }).days).toBe('x');
    expect(see({ rules: MORNING, events: [...events, checkin('01 07:30')], now: at('01 09:00') }).days).toBe('+');
  });

  test('[C6] off goes before paused, paused before rejected', () => {
    const { days } = see({ rules: { cadence: { kind: 'weekdays' } }, events: [checkin('06 08:00'), pause('06 09:00'), verdict('06 10:00', 6, false)], now: at('08 12:00') });
    expect(days).toBe('.----p..');
  });

  test('[C6] events after now, and days after the last, are not there yet', () => {
    expect(see({ rules: { end: on(2) }, events: [checkin('02 08:00')], now: at('02 07:00') }).days).toBe('-o');
    expect(see({ now: '2026-10-31T12:00:00+08:00' }).li).toEqual({ id: 'li', days: [], streak: 0, best: 0, total: 0, cardsLeft: 0, done: false });
  });
});

describe('[C7] pauses', () => {
  test('[C7] from the day it is asked for, through its last day', () => {
    expect(see({ events: [pause('02 20:00', 4)], now: at('06 12:00') }).days).toBe('-ppp-o');
  });

  test('[C7] or to the day before a resume', () => {
    expect(see({ events: [pause('02 20:00'), resume('05 08:00')], now: at('06 12:00') }).days).toBe('-ppp-o');
  });

  test('[C7] a day already done stays done', () => {
    expect(see({ events: [checkin('02 08:00'), pause('02 20:00')], now: at('03 12:00') }).days).toBe('-+p');
  });

  test('[C7] a check-in made since ends it with the day before; one made earlier leaves it', () => {
    expect(see({ events: [pause('02 20:00', 6), checkin('04 08:00')], now: at('06 12:00') }).days).toBe('-pp+-o');
    expect(see({ events: [pause('02 20:00', 6), checkin('02 21:00', '02 19:00')], now: at('04 12:00') }).days).toBe('-+pp');
  });

  test('[C7] what is no pause, no second one, no day', () => {
    const { refused } = see({ events: [resume('01 08:00'), pause('02 08:00', 3), pause('03 08:00', 1), pause('04 08:00', 3), pause('04 09:00', 4), resume('05 08:00')], now: at('06 12:00') });
    expect(refused).toEqual({ 0: 'not-paused', 2: 'already-paused', 3: 'bad-day', 5: 'not-paused' });
  });
});

describe('[C8] make-ups', () => {
  test('[C8] the third is refused', () => {
    const { days, li, refused } = see({ rules: CARDS, events: [makeup('04 08:00', 1), makeup('04 08:01', 2), makeup('04 08:02', 3)], now: at('04 12:00') });
    expect(days).toBe('mm-o');
    expect(li.cardsLeft).toBe(0);
    expect(refused).toEqual({ 2: 'no-cards' });
  });

  test('[C8] three days back, no more', () => {
    const { refused } = see({ rules: CARDS, events: [makeup('05 08:00', 1), makeup('05 08:00', 2)], now: at('05 12:00') });
    expect(refused).toEqual({ 0: 'too-old' });
  });

  test('[C8] only what is missed or rejected', () => {
    const events = [checkin('01 08:00'), checkin('02 08:00'), verdict('02 09:00', 2, false), pause('03 08:00', 3), makeup('04 08:00', 1), makeup('04 08:01', 2), makeup('04 08:02', 3), makeup('04 08:03', 4), makeup('04 08:04', 9)];
    expect(see({ rules: CARDS, events, now: at('04 12:00') })).toMatchObject({ days: '+mpo', refused: { 4: 'not-missed', 6: 'not-missed', 7: 'not-missed', 8: 'not-missed' } });
  });

  test('[C8] not-missed before too-old before no-cards; no cards where there are none to give', () => {
    const { refused } = see({ events: [makeup('05 08:00', 1), makeup('05 08:00', 5)], now: at('05 12:00') });
    expect(refused).toEqual({ 0: 'no-cards', 1: 'not-missed' });
    const spent = see({ rules: { makeup: { cards: 0, maxAgeDays: 1 } }, events: [makeup('05 08:00', 1), makeup('05 08:00', 4)], now: at('05 12:00') });
    expect(spent.refused).toEqual({ 0: 'too-old', 1: 'no-cards' });
  });

  test('[C8] none where the week is asked for', () => {
    expect(see({ rules: { ...CARDS, cadence: { kind: 'perWeek', n: 3 } }, events: [makeup('03 08:00', 2)], now: at('03 12:00') }).refused).toEqual({ 0: 'not-missed' });
  });
});

describe('[C11] review', () => {
  test('[C11] a check-in waits for its verdict, and the last verdict stands', () => {
    const events = [checkin('01 08:00'), verdict('02 08:00', 1, true), verdict('02 09:00', 1, false), verdict('02 10:00', 1, true)];
    for (const [count, days] of [[1, '?o'], [2, '+o'], [3, 'xo'], [4, '+o']] as const) expect(see({ rules: { review: true }, events: events.slice(0, count), now: at('02 12:00') }).days).toBe(days);
  });

  test('[C11] without review it is accepted at once, and an appeal restores it', () => {
    const events = [checkin('01 08:00'), verdict('02 08:00', 1, false), verdict('02 09:00', 1, true)];
    expect(see({ events: events.slice(0, 2), now: at('02 12:00') }).days).toBe('xo');
    expect(see({ events, now: at('02 12:00') }).days).toBe('+o');
  });

  test('[C11] there is nothing to judge where nothing was done', () => {
    expect(see({ rules: CARDS, events: [makeup('02 08:00', 1), verdict('02 09:00', 1, false)], now: at('02 12:00') }).refused).toEqual({ 1: 'nothing-to-judge' });
  });

  test('[C11] a check-in that replaces a rejected one waits again', () => {
    const events = [checkin('01 08:00'), verdict('01 09:00', 1, false), checkin('01 10:00')];
    expect(see({ rules: { review: true }, events, now: at('01 12:00') }).days).toBe('?');
  });
});
