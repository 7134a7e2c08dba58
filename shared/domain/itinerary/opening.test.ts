import { openFor, openOn } from './opening';
import type { OpeningHours, Place } from './types';

const placeOf = (more: Partial<Place>): Place => ({ id: 'x', name: 'x', type: 'attraction', kind: '', lat: 30, lon: 120, ...more });
const hours = (...spans: [days: number[], open: string, close: string][]): Place => placeOf({ hours: spans.map(([days, open, close]): OpeningHours => ({ days, open, close })) });
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const MONDAY = 1;
const SUNDAY = 7;
const at = (hour: number, minute = 0): number => hour * 60 + minute;

test('what closes at or before it opens closes after midnight', () => {
  expect(openOn(placeOf({ open: '18:00', close: '02:00' }), MONDAY)).toEqual([[at(-6), at(2)], [at(18), at(26)]]);
  expect(openFor(placeOf({ open: '18:00', close: '02:00' }), MONDAY, at(0, 10), at(1, 50))).toBe('open');
  expect(openFor(placeOf({ open: '18:00', close: '02:00' }), MONDAY, at(1, 50), at(2, 10))).toBe('closed');
});

test('after midnight it is the evening before that counts', () => {
  const saturdayNight = hours([[6], '20:00', '03:00']);
  expect(openFor(saturdayNight, SUNDAY, at(0), at(3))).toBe('open');
  expect(openFor(saturdayNight, MONDAY, at(0), at(3))).toBe('closed');
  expect(openFor(saturdayNight, 6, at(0), at(3))).toBe('closed');
});

test('round the clock has no gap, at whatever hour it begins', () => {
  expect(openFor(placeOf({ open: '00:00', close: '24:00' }), MONDAY, at(0), at(24))).toBe('open');
  expect(openFor(placeOf({ open: '09:00', close: '09:00' }), MONDAY, at(8, 30), at(9, 30))).toBe('open');
});

test('a break at noon is a gap', () => {
  const place = hours([WEEK, '11:00', '14:00'], [WEEK, '17:00', '21:00']);
  expect(openFor(place, MONDAY, at(13), at(14))).toBe('open');
  expect(openFor(place, MONDAY, at(13, 30), at(14, 30))).toBe('closed');
});

test('weekdays overrule the plain hours, and none at all are no hours', () => {
  expect(openFor(placeOf({ open: '09:00', close: '17:00', hours: [{ days: [2], open: '09:00', close: '17:00' }] }), MONDAY, at(10), at(11))).toBe('closed');
  expect(openFor(placeOf({ open: '09:00', close: '17:00', hours: [] }), MONDAY, at(10), at(11))).toBe('open');
});

test('what nobody knows is unknown', () => {
  expect(openFor(placeOf({}), MONDAY, at(10), at(11))).toBe('unknown');
  expect(openFor(placeOf({ open: '09:00' }), MONDAY, at(10), at(11))).toBe('unknown');
  expect(openFor(placeOf({ open: 'nine', close: '17:00' }), MONDAY, at(10), at(11))).toBe('unknown');
});

test('on a weekday nobody knows, only what holds on all of them is known', () => {
  const place = hours([[2, 3, 4, 5, 6, 7], '09:00', '17:00']);
  expect(openFor(place, null, at(10), at(11))).toBe('unknown');
  expect(openFor(place, null, at(18), at(19))).toBe('closed');
  expect(openFor(placeOf({ open: '09:00', close: '17:00' }), null, at(10), at(11))).toBe('open');
});
