import { dueDigest } from './due';

/** A wall time of July 2026; the 27th is a Monday. */
const wall = (day: number, time: string): number => Date.parse(`2026-07-${String(day).padStart(2, '0')}T${time}:00Z`);
const DAILY = { every: 'day', at: '09:00' } as const;
const WEEKLY = { every: 'week', at: '20:30', weekday: 7 } as const;

describe('dueDigest', () => {
  it.each([
    ['at its time', 27, '09:00', '2026-07-27'],
    ['some hours late', 27, '14:59', '2026-07-27'],
  ])('is due %s', (_, day, time, named) => expect(dueDigest(DAILY, null, wall(day, time))).toMatchObject({ day: named, since: wall(day - 1, '09:00') }));

  it.each([
    ['before its time', 27, '08:59'],
    ['more than 6 hours late', 27, '15:01'],
    ['in the night after', 28, '01:00'],
  ])('is not due %s', (_, day, time) => expect(dueDigest(DAILY, null, wall(day, time))).toBeUndefined());

  it('is due on its weekday, for the week before', () => {
    expect(dueDigest(WEEKLY, null, wall(26, '21:00'))).toMatchObject({ day: '2026-07-26', since: wall(19, '20:30') });
    expect(dueDigest(WEEKLY, null, wall(27, '21:00'))).toBeUndefined();
    expect(dueDigest(WEEKLY, null, wall(26, '20:29'))).toBeUndefined();
  });

  it('waits for the end of quiet hours', () => {
    const night = { from: '22:00', to: '08:00' };
    const late = { every: 'day', at: '23:00' } as const;
    expect(dueDigest(late, night, wall(26, '23:30'))).toBeUndefined();
    expect(dueDigest(late, night, wall(27, '07:59'))).toBeUndefined();
    expect(dueDigest(late, night, wall(27, '08:00'))).toMatchObject({ day: '2026-07-26', said: wall(27, '08:00') });
    expect(dueDigest({ ...DAILY, at: '07:00' }, night, wall(27, '07:30'))).toBeUndefined();
    expect(dueDigest({ ...DAILY, at: '07:00' }, night, wall(27, '08:05'))).toMatchObject({ day: '2026-07-27' });
    expect(dueDigest(DAILY, night, wall(27, '09:00'))).toMatchObject({ said: wall(27, '09:00') });
  });
});
