import { at, checkin, makeup, on, pause, see, verdict, type Given } from './given';

const days = (...list: number[]) => list.map((day) => checkin(`${String(day).padStart(2, '0')} 08:00`));

describe('[C9] streaks', () => {
  test('[C9] walks back over paused, off and open days, to the first missed one', () => {
    const { li } = see({ rules: { cadence: { kind: 'weekdays' } }, events: [...days(2, 3, 5, 6), pause('09 08:00', 9), ...days(10)], now: at('11 07:00') });
    expect(li).toMatchObject({ streak: 3, best: 3, total: 5 });
  });

  test('[C9] a made-up day counts, a rejected one stops', () => {
    const { li } = see({ rules: { makeup: { cards: 1, maxAgeDays: 9 } }, events: [...days(1, 3, 4, 5, 6), makeup('06 09:00', 2), verdict('06 10:00', 5, false)], now: at('06 12:00') });
    expect(li).toMatchObject({ streak: 1, best: 4, total: 5 });
  });
});

describe('[C10] weeks', () => {
  const thrice = { cadence: { kind: 'perWeek' as const, n: 3 } };

  test('[C10] a first week of one day needs one, a full one three, and the one that runs is waited for', () => {
    // 1 November 2026 is a Sunday
    const seen = see({ rules: thrice, events: days(1, 2, 4, 8, 9), now: at('12 12:00') });
    expect(seen.li).toMatchObject({ streak: 2, best: 2, total: 5 });
    expect(seen.days).toBe('++.+...++..o');
  });

  test('[C10] a week that fell short stops once its last window has ended', () => {
    const short = { rules: thrice, events: days(1, 2, 4) };
    expect(see({ ...short, now: at('08 23:59') }).li).toMatchObject({ streak: 1, best: 1 });
    expect(see({ ...short, now: at('09 00:00') }).li).toMatchObject({ streak: 0, best: 1 });
  });

  test('[C10] paused days are not asked for: two left need two, none left skip the week', () => {
    const two = see({ rules: thrice, events: [...days(1), pause('02 08:00', 6), ...days(7, 8)], now: at('09 12:00') });
    expect(two.li).toMatchObject({ streak: 2, total: 3 });
    const none = see({ rules: thrice, events: [...days(1), pause('02 08:00', 8), ...days(9, 10, 11)], now: at('16 12:00') });
    expect(none.li).toMatchObject({ streak: 2, total: 4 });
  });

  test('[C10] the last week needs no more than its days, who joins late no more than theirs', () => {
    expect(see({ rules: { ...thrice, end: on(10) }, events: days(1, 2, 3, 4, 9, 10), now: at('20 12:00') }).li).toMatchObject({ streak: 3, best: 3 });
    expect(see({ rules: thrice, joined: at('08 07:00'), events: days(8), now: at('09 12:00') }).li).toMatchObject({ streak: 1, best: 1 });
  });

  test('[C10] a day not done is off, never missed; a rejected one says so', () => {
    expect(see({ rules: thrice, events: [...days(2), verdict('02 09:00', 2, false)], now: at('03 12:00') }).days).toBe('.xo');
  });
});

describe('[C13] the goal', () => {
  const events = days(1, 2, 4, 5);
  const now = at('05 12:00');

  test('[C13] in all, or in a row at the best', () => {
    expect(see({ rules: { goal: { kind: 'total', days: 4 } }, events, now }).li.done).toBe(true);
    expect(see({ rules: { goal: { kind: 'total', days: 5 } }, events, now }).li.done).toBe(false);
    expect(see({ rules: { goal: { kind: 'consecutive', days: 2 } }, events, now }).li.done).toBe(true);
    expect(see({ rules: { goal: { kind: 'consecutive', days: 3 } }, events, now }).li.done).toBe(false);
    expect(see({ events, now }).li.done).toBe(false);
  });
});

describe('[C14] ranking', () => {
  const member = (id: string) => ({ id, joined: at('01 00:00'), zone: 'Asia/Shanghai' });
  const by = (id: string, ...list: Given[]) => list.map((event) => ({ ...event, member: id }));

  test('[C14] of the same total goes first who had it first, by when it was done; who has nothing comes last, by id', () => {
    const events = [...by('an', checkin('01 08:00'), checkin('02 09:00')), ...by('bo', checkin('01 10:00'), checkin('02 12:00', '02 07:00')), ...by('ce', checkin('02 06:00'))];
    expect(see({ members: ['dy', 'ce', 'bo', 'an', 'da'].map(member), events, now: at('02 20:00') }).byTotal).toEqual(['bo', 'an', 'ce', 'da', 'dy']);
  });

  test('[C14] what was rejected does not count for when', () => {
    const events = [...by('an', checkin('01 08:00'), checkin('02 12:00'), verdict('02 13:00', 2, false)), ...by('bo', checkin('01 09:00'))];
    expect(see({ members: ['an', 'bo'].map(member), events, now: at('03 20:00') }).byTotal).toEqual(['an', 'bo']);
  });

  test('[C14] a rejected day that was made up counts by when that was done', () => {
    const events = [...by('an', checkin('01 08:00'), verdict('02 08:00', 1, false), makeup('02 12:00', 1)), ...by('bo', checkin('01 09:00'))];
    expect(see({ rules: { makeup: { cards: 1, maxAgeDays: 3 } }, members: ['an', 'bo'].map(member), events, now: at('02 20:00') }).byTotal).toEqual(['bo', 'an']);
  });

  test('[C14] by streak, then the best, then the total, then the id', () => {
    const on8 = (list: number[]) => list.map((day) => checkin(`0${day} 08:00`));
    const events = [...by('an', ...on8([6, 7])), ...by('bo', ...on8([1, 2, 3, 6, 7])), ...by('ce', ...on8([2, 3, 4, 6, 7])), ...by('dy', ...on8([1, 2, 3, 4])), ...by('ek', ...on8([1, 2, 4, 6, 7])), ...by('fa', ...on8([1, 2, 6, 7]))];
    expect(see({ members: ['fa', 'ek', 'dy', 'ce', 'bo', 'an'].map(member), events, now: at('07 20:00') }).byStreak).toEqual(['bo', 'ce', 'ek', 'fa', 'an', 'dy']);
  });
});
