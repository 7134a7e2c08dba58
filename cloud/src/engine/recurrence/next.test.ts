import { time } from '../time';
import { nextTime } from '.';

const SHANGHAI = 'Asia/Shanghai';

function times(rrule: string, start: string, zone: string, count: number): (string | null)[] {
  const found: (string | null)[] = [];
  let at: Date | null = new Date(Date.parse(start) - 1);
  for (let i = 0; i < count && at; i++) found.push((at = nextTime({ rrule, start: new Date(start), zone }, at))?.toISOString() ?? null);
  return found;
}

describe('the next time of a repeating reminder', () => {
  test('daily, at the time of day it began', () => {
    expect(times('FREQ=DAILY', '2026-07-25T00:00:00Z', SHANGHAI, 3)).toEqual(['2026-07-25T00:00:00.000Z', '2026-07-26T00:00:00.000Z', '2026-07-27T00:00:00.000Z']);
  });

  test('on working days, over a weekend', () => {
    expect(times('FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR=9;BYMINUTE=30', '2026-07-30T01:30:00Z', SHANGHAI, 4)).toEqual(['2026-07-30T01:30:00.000Z', '2026-07-31T01:30:00.000Z', '2026-08-03T01:30:00.000Z', '2026-08-04T01:30:00.000Z']);
  });

  test('every other week counts from the week it began', () => {
    expect(times('FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', '2026-07-27T01:00:00Z', SHANGHAI, 3)).toEqual(['2026-07-27T01:00:00.000Z', '2026-08-10T01:00:00.000Z', '2026-08-24T01:00:00.000Z']);
  });

  test('the 31st is left out where a month has none; -1 is the last day', () => {
    expect(times('FREQ=MONTHLY;BYMONTHDAY=31', '2026-08-31T02:00:00Z', SHANGHAI, 3)).toEqual(['2026-08-31T02:00:00.000Z', '2026-10-31T02:00:00.000Z', '2026-12-31T02:00:00.000Z']);
    expect(times('FREQ=MONTHLY;BYMONTHDAY=-1', '2026-01-31T02:00:00Z', SHANGHAI, 3)).toEqual(['2026-01-31T02:00:00.000Z', '2026-02-28T02:00:00.000Z', '2026-03-31T02:00:00.000Z']);
  });

  test('the second Friday and the last Sunday of a month', () => {
    expect(times('FREQ=MONTHLY;BYDAY=2FR', '2026-07-10T02:00:00Z', SHANGHAI, 2)).toEqual(['2026-07-10T02:00:00.000Z', '2026-08-14T02:00:00.000Z']);
    expect(times('FREQ=MONTHLY;BYDAY=-1SU', '2026-07-26T02:00:00Z', SHANGHAI, 2)).toEqual(['2026-07-26T02:00:00.000Z', '2026-08-30T02:00:00.000Z']);
  });

  test('29 February, every fourth year', () => {
    expect(times('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', '2028-02-29T02:00:00Z', SHANGHAI, 2)).toEqual(['2028-02-29T02:00:00.000Z', '2032-02-29T02:00:00.000Z']);
  });

  test('eight in the morning stays eight when the clocks change', () => {
    // Berlin goes from +2 to +1 on 25 October 2026.
    expect(times('FREQ=DAILY;BYHOUR=8;BYMINUTE=0', '2026-10-24T06:00:00Z', 'Europe/Berlin', 3)).toEqual(['2026-10-24T06:00:00.000Z', '2026-10-25T07:00:00.000Z', '2026-10-26T07:00:00.000Z']);
  });

  test('a time the clocks skip comes once that day', () => {
    // In New York 02:30 does not exist on 8 March 2026.
    const [before, skipped, after] = times('FREQ=DAILY;BYHOUR=2;BYMINUTE=30', '2026-03-07T07:30:00Z', 'America/New_York', 3);
    expect([before, after]).toEqual(['2026-03-07T07:30:00.000Z', '2026-03-09T06:30:00.000Z']);
    expect(['2026-03-08T06:30:00.000Z', '2026-03-08T07:30:00.000Z']).toContain(skipped);
  });

  test('three times, then no more', () => {
    expect(times('FREQ=WEEKLY;BYDAY=TU;COUNT=3', '2026-07-28T01:00:00Z', SHANGHAI, 5)).toEqual(['2026-07-28T01:00:00.000Z', '2026-08-04T01:00:00.000Z', '2026-08-11T01:00:00.000Z', null]);
  });

  test('until a moment, in UTC or on the clock of the place', () => {
    expect(times('FREQ=DAILY;UNTIL=20260726T230000Z', '2026-07-25T23:00:00Z', SHANGHAI, 3)).toEqual(['2026-07-25T23:00:00.000Z', '2026-07-26T23:00:00.000Z', null]);
    expect(times('FREQ=DAILY;UNTIL=20260727', '2026-07-25T23:00:00Z', SHANGHAI, 3)).toEqual(['2026-07-25T23:00:00.000Z', '2026-07-26T23:00:00.000Z', null]);
  });

  test.each(['FREQ=HOURLY', 'FREQ=DAILY;BYSETPOS=1', 'FREQ=WEEKLY;BYDAY=XX', 'FREQ=DAILY;INTERVAL=0', 'FREQ=DAILY;BYHOUR=24', '', 'nonsense'])('%s is not known, so nothing repeats', (rrule) => {
    expect(nextTime({ rrule, start: new Date('2026-07-25T00:00:00Z'), zone: SHANGHAI }, new Date('2026-07-25T00:00:00Z'))).toBeNull();
  });

  test.each(['每天早上八点', '每周五下午三点', '每个工作日早上9点', '每月1号上午10点', '每两周的周一9:00', '每年5月1日早上八点', 'every weekday at 7 am'])('what the engine reads out of “%s” is known, and its next time is the same', (text) => {
    const now = '2026-07-25T21:00:00+08:00';
    const [item] = time({ text, now, zone: SHANGHAI }).items;
    const next = nextTime({ rrule: item?.rrule ?? '', start: new Date(item?.from ?? ''), zone: SHANGHAI }, new Date(now));
    expect(next).toEqual(new Date(item?.from ?? ''));
  });
});
