import { parseDay, weekdayOf } from '@shared/domain/civil';
import { clockOf, MIDNIGHT, minutesOf } from '@shared/domain/itinerary/clock';
import { openFor } from '@shared/domain/itinerary/opening';
import type { CardRow, ItineraryEditContent } from '@shared/wire/card';
import type { Edit } from '@shared/wire/itinerary';
import { asksFor, wishedBy, type Drafting } from '../drafting';
import { time } from '../../../engine/time';
import type { Outcome, Proposal } from '../proposals';
import { dayIn, kindsIn, means, partIn, spotsOf, stopsIn, type Spot } from './spot';
import type { TripHere, TripPlace } from './types';
import { changesTrip, TOO_FULL } from './wish';

interface Change {
  edits: Edit[];
  line: string;
}

const TO = /换成|换到|改成|改为|改到|改去|挪到|挪去|移到|放到|调到|提前到|推迟到|\b(?:to|with)\b/i;
const DROPS = /去掉|删掉|删了|拿掉|划掉|取消|跳过|[不别]去|\b(?:drop|remove|skip)\b/i;
const SWAPS = /换掉|换一?[个家]|\b(?:swap|change|another|different)\b/i;
const NOON = 12 * 60;
/** So many things a change breaks are told one by one. */
const MOST_BROKEN = 3;
const CHEAPER = /便宜|省钱|实惠|cheap/i;
const PUTS_IN = /加上|加进|加到|加一?个|排进|再排|\badd\b/i;
const TYPE: Record<Spot['stop']['kind'], TripPlace['type']> = { attraction: 'attraction', breakfast: 'restaurant', lunch: 'restaurant', dinner: 'restaurant', hotel: 'hotel', rest: 'attraction' };

/** A place of the city that words mean and the plan does not go to yet; what is named outright before what is of a kind. */
function placeIn(words: string, trip: TripHere, type?: TripPlace['type']): TripPlace | undefined {
  const taken = new Set(spotsOf(trip).map(({ stop }) => stop.placeId));
  const found = trip.places.filter((place) => (type === undefined || place.type === type) && !taken.has(place.id) && means(words, place, trip.city));
  return found.find(({ name }) => words.includes(name)) ?? found[0];
}

/** Where in a day something of some hours stands: after what begins before them. A hotel stays last. */
function placeAt({ stops }: TripHere['days'][number], from: string, moved?: string): number {
  const others = stops.filter(({ id }) => id !== moved);
  const after = others.filter((stop) => stop.kind !== 'hotel' && stop.from < from).length;
  const lunch = others.findIndex(({ kind }) => kind === 'lunch');
  return from >= '12:00' && lunch >= 0 ? Math.max(after, lunch + 1) : after;
}

const HOURS: Record<string, readonly [zh: string, en: string]> = { '00:00': ['上午', 'morning'], '11:00': ['中午', 'noon'], '12:30': ['下午', 'afternoon'], '17:00': ['晚上', 'evening'] };

/** A day and a part of it, in the language of the words that ask. */
function dayName(words: string, day: number, part = ''): string {
  const [zh, en] = HOURS[part] ?? ['', ''];
  return /\p{Script=Han}/u.test(words) ? `第 ${day + 1} 天${zh}` : `day ${day + 1} ${en}`.trim();
}

/** The time of day that words name; in the half of the day the stop is in, where they leave that open. */
function clockIn(words: string, { stop }: Spot, { now, zone }: Drafting): number | undefined {
  const [item] = time({ text: words, now: now.toISOString(), zone }).items;
  if (item?.kind !== 'point' || item.from === undefined || !/[点:：时]|\d\s?[ap]m/i.test(item.text)) return undefined;
  const at = minutesOf(item.from.slice(11, 16));
  const isEarly = at < NOON && minutesOf(stop.from) >= NOON && !/[早上凌]|am/i.test(item.text);
  return isEarly ? at + NOON : at;
}

/** A stop is put at the time that words name and stays as long as it did. */
function timed(spot: Spot, words: string, drafting: Drafting): Change | undefined {
  const at = clockIn(words, spot, drafting);
  if (at === undefined) return undefined;
  const { stop } = spot;
  const to = Math.min(MIDNIGHT, at + minutesOf(stop.to) - minutesOf(stop.from));
  return { edits: [{ do: 'time', itemId: stop.id, from: clockOf(at), to: clockOf(to) }], line: `${stop.name} → ${clockOf(at)}` };
}

/** What was meant is moved, within its day or to another. */
function moved({ stop, day }: Spot, words: string, trip: TripHere, { now, zone }: Drafting): Change | undefined {
  const to = dayIn(words, trip, now, zone) ?? day;
  const part = partIn(words);
  if (to === day && !part) return undefined;
  const target = trip.days[to];
  if (!target) return undefined;
  const place = placeAt(target, part?.from ?? '12:30', stop.id);
  return { edits: [{ do: 'move', itemId: stop.id, day: to, place }], line: `${stop.name} → ${dayName(words, to, part?.from)}` };
}

function replaced(spot: Spot, words: string, trip: TripHere): Change | undefined {
  const { stop } = spot;
  const place = placeIn(words, trip, TYPE[stop.kind]);
  if (!place && CHEAPER.test(words)) return swapped(spot, words, trip);
  return place && { edits: [{ do: 'replace', itemId: stop.id, placeId: place.id }], line: `${stop.name} → ${place.name}` };
}

/** Something new comes in where the words say, on the first day unless they name another. */
function added(words: string, trip: TripHere, { now, zone }: Drafting): Change | undefined {
  const place = placeIn(words, trip, 'attraction');
  const day = dayIn(words, trip, now, zone) ?? 0;
  const target = trip.days[day];
  if (!place || !target) return undefined;
  return { edits: [{ do: 'add', day, place: placeAt(target, partIn(words)?.from ?? '12:30'), placeId: place.id, kind: 'attraction' }], line: `${dayName(words, day)} + ${place.name}` };
}

/** Whether a place is not known to be closed while a stop is there; a hotel always lets people in. */
function mayStand(place: TripPlace, { stop, day }: Spot, { days }: TripHere): boolean {
  const on = parseDay(days[day]?.on ?? '');
  return stop.kind === 'hotel' || openFor(place, on === null ? null : weekdayOf(on), minutesOf(stop.from), minutesOf(stop.to)) !== 'closed';
}

/** Something else of the same kind, or else of the same sort, comes in its place: open at that time, and cheaper where that is asked for. */
function swapped(spot: Spot, words: string, trip: TripHere): Change | undefined {
  const { stop } = spot;
  const taken = new Set(spotsOf(trip).map((one) => one.stop.placeId));
  const isCheap = CHEAPER.test(words);
  const most = isCheap ? (trip.places.find(({ id }) => id === stop.placeId)?.price ?? Infinity) : Infinity;
  const able = trip.places.filter((one) => one.type === TYPE[stop.kind] && !taken.has(one.id) && (!isCheap || (one.price ?? Infinity) < most) && mayStand(one, spot, trip));
  const inOrder = isCheap ? able.toSorted((a, b) => (a.price ?? 0) - (b.price ?? 0)) : able;
  const [place] = [...inOrder.filter((one) => means(stop.placeKind, one)), ...inOrder];
  return place && { edits: [{ do: 'replace', itemId: stop.id, placeId: place.id }], line: `${stop.name} → ${place.name}` };
}

/** A day that is too full loses its last sight nobody wished for, else its last; one at least stays. */
function eased(words: string, trip: TripHere, { now, zone }: Drafting): Change | undefined {
  const sights = (day: number): Spot[] => spotsOf(trip).filter((spot) => spot.day === day && spot.stop.kind === 'attraction');
  const fullest = trip.days.map((_, day) => day).sort((a, b) => sights(b).length - sights(a).length)[0] ?? 0;
  const day = sights(dayIn(words, trip, now, zone) ?? fullest);
  const last = day.findLast(({ stop }) => !stop.isWished) ?? day.at(-1);
  return last && day.length > 1 ? { edits: [{ do: 'remove', itemId: last.stop.id }], line: `- ${last.stop.name}` } : undefined;
}

/** The meals and nights that words mean, of the day they name. */
function ofKindsIn(words: string, trip: TripHere, { now, zone }: Drafting): Spot[] {
  const [kinds, day] = [kindsIn(words), dayIn(words, trip, now, zone)];
  return spotsOf(trip).filter((spot) => kinds?.includes(spot.stop.kind) && (day === undefined || spot.day === day));
}

/** What an ask without a target would change: a stop that goes, is swapped for another, or comes in. */
function changeAlone(text: string, trip: TripHere, drafting: Drafting): Change | undefined {
  if (PUTS_IN.test(text)) return added(text, trip, drafting);
  const day = dayIn(text, trip, drafting.now, drafting.zone);
  const meant = [...stopsIn(text, trip), ...ofKindsIn(text, trip, drafting)].find((spot) => day === undefined || spot.day === day);
  if (meant && SWAPS.test(text)) return swapped(meant, text, trip);
  if (meant && DROPS.test(text)) return { edits: [{ do: 'remove', itemId: meant.stop.id }], line: `- ${meant.stop.name}` };
  return TOO_FULL.test(text) ? eased(text, trip, drafting) : undefined;
}

/** What an ask would change of a plan; undefined where it cannot be told which stop or place it means. */
function changeIn(text: string, trip: TripHere, drafting: Drafting): Change | undefined {
  const split = TO.exec(text);
  if (!split || PUTS_IN.test(text)) return changeAlone(text, trip, drafting);
  const [before, after] = [text.slice(0, split.index), text.slice(split.index + split[0].length)];
  const [meant] = [...stopsIn(before, trip), ...ofKindsIn(before, trip, drafting)];
  const day = dayIn(after, trip, drafting.now, drafting.zone);
  const isSameDay = meant !== undefined && (day === undefined || day === meant.day);
  if (meant) return (isSameDay ? timed(meant, after, drafting) : undefined) ?? moved(meant, after, trip, drafting) ?? replaced(meant, after, trip);
  const [there] = stopsIn(after, trip);
  return there ? moved(there, after, trip, drafting) : added(after, trip, drafting);
}

/** What would not hold any more, told before anybody confirms it, in the language of the ask. */
function broken(edits: readonly Edit[], { breaks }: TripHere, words: string): string[] {
  const locale = /\p{Script=Han}/u.test(words) ? 'zh' : 'en';
  const all = breaks?.(edits, locale) ?? [];
  const more = all.length - MOST_BROKEN;
  return [...all.slice(0, MOST_BROKEN).map((one) => `⚠ ${one}`), ...(more > 0 ? [locale === 'zh' ? `⚠ 还有 ${more} 条对不上` : `⚠ ${more} more would not hold`] : [])];
}

/** Draws a change of the plan up for the ask that wants one. What stands where comes from the plan, what may come in from the places of the city. */
export function draftTripEdit(drafting: Drafting, given: { ask?: string | undefined }, trips: readonly TripHere[]): Proposal | Outcome {
  const [ask] = asksFor(drafting, given.ask).filter(({ text }) => changesTrip(text));
  if (!ask) return 'unasked';
  const trip = trips.find(({ version }) => version > 0);
  if (!trip) return 'no-trip';
  if (trip.isDecided) return 'decided';
  const change = changeIn(ask.text, trip, drafting);
  if (!change) return 'stop';
  const lines = [change.line, ...broken(change.edits, trip, ask.text)];
  const content: ItineraryEditContent = { id: trip.id, title: trip.title, version: trip.version, edits: change.edits, lines };
  const rows: CardRow[] = [{ field: 'trip', value: trip.title }, { field: 'change', value: lines.join('\n'), seq: ask.seq }];
  return { act: { act: 'itineraryEdit', change: content }, rows, ...wishedBy([{ ask }]) };
}
