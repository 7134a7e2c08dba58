import { numberOf } from '../../../engine/time/numbers';
import { knownHours } from '@shared/domain/itinerary/opening';
import { wallClock } from '@shared/domain/zone';
import type { Line, Locale } from '../types';
import { inSentence } from '../untrusted';
import { dayIn, kindsIn, partIn, spotsOf, stopsIn, type Spot } from './spot';
import type { StopKind, TripHere, TripPlace } from './types';
import { asksHours, asksUnmet } from './wish';

/** What the plan says to an ask, and the message that told of it. */
export interface TripMaterial {
  kind: 'trip';
  sentences: Record<Locale, string[]>;
  lines: Line[];
}

const NTH = /第\s*([\d一二两三四五六七八九十]+)\s*站|\b(first|second|third) stop\b/i;
const ENGLISH: Record<string, number> = { first: 1, second: 2, third: 3 };
const MOST = 12;
const MOST_FAILS = 5;
const MOST_PLACES = 3;
const MEALS: readonly StopKind[] = ['breakfast', 'lunch', 'dinner'];

/** The stop that comes next by the clock of today. */
function nextOf(spots: readonly Spot[], { days }: TripHere, now: Date, zone: string): Spot | undefined {
  const wall = new Date(wallClock(now.getTime(), zone)).toISOString();
  const today = days.findIndex(({ on }) => on === wall.slice(0, 10));
  return spots.find(({ day, stop }) => day === today && stop.from > wall.slice(11, 16));
}

/** The stops an ask is about. */
function spotsFor(text: string, trip: TripHere, now: Date, zone: string): Spot[] {
  const day = dayIn(text, trip, now, zone);
  const all = spotsOf(trip).filter((spot) => day === undefined || spot.day === day);
  if (/下一站|next stop/i.test(text)) return [nextOf(spotsOf(trip), trip, now, zone) ?? []].flat();
  const nth = NTH.exec(text);
  const visits = all.filter(({ stop }) => stop.kind !== 'hotel');
  if (nth) return visits.filter((spot) => spot === visits.filter((one) => one.day === spot.day)[(ENGLISH[nth[2]?.toLowerCase() ?? ''] ?? numberOf(nth[1] ?? '')) - 1]);
  if (/出发|集合|动身|\b(?:leave|set off|start)\b/i.test(text)) return visits.slice(0, 1);
  if (/最后一站|last stop/i.test(text)) return visits.filter((spot) => spot === visits.filter((one) => one.day === spot.day).at(-1));
  const kinds = kindsIn(text) ?? (/吃|餐|\beat\b/i.test(text) ? MEALS : undefined);
  const part = partIn(text);
  const named = stopsIn(text, trip);
  if (named.length > 0) return named;
  return all.filter(({ stop }) => (!kinds || kinds.includes(stop.kind)) && (!part || (stop.from >= part.from && stop.from < part.to)));
}

const dayOf = ({ on }: TripHere['days'][number]): string => (on === undefined ? '' : on.slice(5));

function said(trip: TripHere, { day, stop }: Spot): Record<Locale, string> {
  const on = dayOf(trip.days[day] as TripHere['days'][number]);
  return { zh: `第 ${day + 1} 天${on ? `（${on}）` : ''} ${stop.from} 到 ${stop.to}：${stop.name}。`, en: `Day ${day + 1}${on ? ` (${on})` : ''} ${stop.from} to ${stop.to}: ${stop.name}.` };
}

const costOf = ({ cost, perHead }: TripHere): Record<Locale, string> => ({ zh: `一共 ¥${Math.round(cost)}，人均 ¥${Math.round(perHead)}。`, en: `¥${Math.round(cost)} in all, ¥${Math.round(perHead)} each.` });

const WEEKDAYS = '一二三四五六日';
const SHORT_DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const ALL_WEEK = 7;

/** When a place is open, as it is known; where it is not, that. */
function hoursOf(place: TripPlace): Record<Locale, string> {
  const { name, verified } = place;
  const known = knownHours(place);
  if (!known) return { zh: `${name}的开门时间没查到。`, en: `Nobody knows when ${name} is open.` };
  const isPart = (days: readonly number[]): boolean => days.length > 0 && days.length < ALL_WEEK;
  const zh = known.map((one) => `${isPart(one.days) ? `周${one.days.map((day) => WEEKDAYS[day - 1]).join('')} ` : ''}${one.open}–${one.close}`).join('，');
  const en = known.map((one) => `${isPart(one.days) ? `${one.days.map((day) => SHORT_DAYS[day - 1]).join(' ')} ` : ''}${one.open}–${one.close}`).join(', ');
  return { zh: `${name} ${zh} 开门${verified ? '' : '，没核实'}。`, en: `${name} is open ${en}${verified ? '' : ', not verified'}.` };
}

/** The places an ask names, those in the plan first. */
function placesIn(text: string, trip: TripHere): TripPlace[] {
  const planned = stopsIn(text, trip).map(({ stop }) => stop.placeId);
  const named = trip.places.filter(({ id, name }) => planned.includes(id) || text.includes(name));
  return named.sort((a, b) => Number(planned.includes(b.id)) - Number(planned.includes(a.id)));
}

/** What does not hold of the plan, or that all of it does. */
function failsOf({ fails }: TripHere): Record<Locale, string>[] {
  const zh = fails?.('zh').map(inSentence) ?? [];
  const en = fails?.('en').map(inSentence) ?? [];
  if (zh.length === 0) return [{ zh: '行程里该满足的都满足了。', en: 'Everything that was to hold of the plan holds.' }];
  return zh.slice(0, MOST_FAILS).map((one, i) => ({ zh: `没满足：${one.replace('：', '，')}。`, en: `Not met: ${(en[i] ?? one).replace(': ', ', ')}.` }));
}

function factsFor(text: string, trip: TripHere, now: Date, zone: string): Record<Locale, string>[] {
  if (asksUnmet(text)) return failsOf(trip);
  if (asksHours(text)) return placesIn(text, trip).slice(0, MOST_PLACES).map(hoursOf);
  if (/多少钱|花多少|人均|预算|cost|how much/i.test(text)) return [costOf(trip)];
  return spotsFor(text, trip, now, zone).slice(0, MOST).map((spot) => said(trip, spot));
}

/** What the newest plan says to an ask; undefined where there is no plan that was told of in the log. */
export function tripMaterial(text: string, trips: readonly TripHere[], now: Date, zone: string): TripMaterial | undefined {
  const trip = trips.find(({ told }) => told);
  if (!trip?.told) return undefined;
  const found = factsFor(text, trip, now, zone);
  const { seq, at, by } = trip.told;
  const sentences = { zh: found.map(({ zh }) => `${zh}[${seq}]`), en: found.map(({ en }) => `${en}[${seq}]`) };
  return { kind: 'trip', sentences, lines: [{ seq, author: by, at, text: found.flatMap(({ zh, en }) => [zh, en]).join('\n') }] };
}
