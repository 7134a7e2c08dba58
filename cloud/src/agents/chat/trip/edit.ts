import type { CardRow, ItineraryEditContent } from '@shared/wire/card';
import type { Edit } from '@shared/wire/itinerary';
import { asksFor, wishedBy, type Drafting } from '../drafting';
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
const SWAPS = /换掉|换一?[个家]/;
const PUTS_IN = /加上|加进|加到|加一?个|排进|再排|\badd\b/i;
const TYPE: Record<Spot['stop']['kind'], TripPlace['type']> = { attraction: 'attraction', breakfast: 'restaurant', lunch: 'restaurant', dinner: 'restaurant', hotel: 'hotel', rest: 'attraction' };

/** A place of the city that words mean and the plan does not go to yet; what is named outright before what is of a kind. */
function placeIn(words: string, trip: TripHere, type?: TripPlace['type']): TripPlace | undefined {
  const taken = new Set(spotsOf(trip).map(({ stop }) => stop.placeId));
  const found = trip.places.filter((place) => (type === undefined || place.type === type) && !taken.has(place.id) && means(words, place));
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

function replaced({ stop }: Spot, words: string, trip: TripHere): Change | undefined {
  const place = placeIn(words, trip, TYPE[stop.kind]);
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

/** Something else of the same kind, or else of the same sort, comes in its place. */
function swapped({ stop }: Spot, trip: TripHere): Change | undefined {
  const place = placeIn(stop.placeKind, trip, TYPE[stop.kind]) ?? trip.places.find(({ id, type }) => type === TYPE[stop.kind] && spotsOf(trip).every((spot) => spot.stop.placeId !== id));
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

/** What an ask without a target would change: a stop that goes, is swapped for another, or comes in. */
function changeAlone(text: string, trip: TripHere, drafting: Drafting): Change | undefined {
  if (PUTS_IN.test(text)) return added(text, trip, drafting);
  const day = dayIn(text, trip, drafting.now, drafting.zone);
  const kinds = kindsIn(text);
  const named = stopsIn(text, trip);
  const meant = [...named, ...spotsOf(trip).filter(({ stop }) => kinds?.includes(stop.kind))].find((spot) => day === undefined || spot.day === day);
  if (meant && SWAPS.test(text)) return swapped(meant, trip);
  if (meant && DROPS.test(text)) return { edits: [{ do: 'remove', itemId: meant.stop.id }], line: `- ${meant.stop.name}` };
  return TOO_FULL.test(text) ? eased(text, trip, drafting) : undefined;
}

/** What an ask would change of a plan; undefined where it cannot be told which stop or place it means. */
function changeIn(text: string, trip: TripHere, drafting: Drafting): Change | undefined {
  const split = TO.exec(text);
  if (!split || PUTS_IN.test(text)) return changeAlone(text, trip, drafting);
  const [before, after] = [text.slice(0, split.index), text.slice(split.index + split[0].length)];
  const [meant] = stopsIn(before, trip);
  if (meant) return moved(meant, after, trip, drafting) ?? replaced(meant, after, trip);
  const [there] = stopsIn(after, trip);
  return there ? moved(there, after, trip, drafting) : added(after, trip, drafting);
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
  const content: ItineraryEditContent = { id: trip.id, title: trip.title, version: trip.version, edits: change.edits, lines: [change.line] };
  const rows: CardRow[] = [{ field: 'trip', value: trip.title }, { field: 'change', value: change.line, seq: ask.seq }];
  return { act: { act: 'itineraryEdit', change: content }, rows, ...wishedBy([{ ask }]) };
}
