/*
 * When a text says. A grammar of our own, because the library the field uses for Chinese dates gets a quarter of the
 * values wrong and knows neither rules that recur nor the Chinese calendar.
 *
 *   fold → scan: at each place the longest of recurring | range | when | amount → time: resolve against now and the zone
 *
 * when = day or period, part of the day, clock (days dates holidays periods clock relative); sky, lunar and terms are
 * the calendar; guards and the lookaheads in the patterns keep out what only looks like a time.
 */
export { time } from './time';
export { isMoment, isoOf, isZone, wallOf } from './zone';
export type { TimeInput, TimeItem } from './types';
