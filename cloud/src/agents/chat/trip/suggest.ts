import { kmBetween } from '@shared/domain/itinerary/travel';
import type { PlaceType } from '@shared/domain/itinerary/types';
import { labelsOf, mightBe, numbersOf, ofKind, serving, textsOf, type Labelled } from '../../../engine/plan/match';
import { wishes, type Kinds, type ReadConstraint } from '../../../engine/wishes';
import type { Locale } from '../types';
import { spotsOf, stopsIn } from './spot';
import type { TripHere, TripPlace } from './types';

/** Places for an ask: sentences that stand as they are, since a program wrote them from the list of places. */
export interface SuggestMaterial {
  kind: 'suggest';
  sentences: Record<Locale, string[]>;
}

/** Places, and where the plan goes already. */
type Whereabouts = Pick<TripHere, 'days' | 'places' | 'city'>;

interface SuggestSource {
  trips: readonly TripHere[];
  placesIn: (city: string) => Promise<readonly TripPlace[]>;
  now: Date;
  zone: string;
}

type Candidate = TripPlace & Labelled;

const MOST = 5;
const WORDS: readonly (readonly [RegExp, PlaceType])[] = [
  [/酒店|民宿|宾馆|客栈|旅馆|住(?!过)|\b(?:hotels?|hostels?|stay|sleep|guest ?house)\b/i, 'hotel'],
  [/吃|餐|饭|菜|馆子|美食|小吃|火锅|咖啡|喝|\b(?:restaurants?|eat|food|dinner|lunch|breakfast|caf[eé]s?|coffee|drink)\b/i, 'restaurant'],
];
const OF_TYPE: Record<PlaceType, RegExp> = { attraction: /^attraction_kind$/, restaurant: /^(?:restaurant_kind|diet|meal_price)$/, hotel: /^hotel_(?:kind|price)$/ };
const NEAR = /附近|旁边|周边|周围|顺路|就近|边上|\b(?:near(?:by)?|close to|around|on the way)\b/i;
const FREE = /免费|不要钱|不花钱|\bfree\b/i;
const CHEAP = /便宜|实惠|划算|性价比|\b(?:cheap|inexpensive|budget|affordable)\b/i;

const kindsOf = (places: readonly TripPlace[]): Kinds => {
  const of = (type: PlaceType): string[] => [...new Set(places.filter((place) => place.type === type).map(({ kind }) => kind))].filter(Boolean);
  return { attraction: of('attraction'), restaurant: of('restaurant'), hotel: of('hotel') };
};

const typeFor = (ask: string, read: readonly ReadConstraint[]): PlaceType =>
  WORDS.find(([words]) => words.test(ask))?.[1] ?? (Object.keys(OF_TYPE) as PlaceType[]).find((type) => read.some((one) => OF_TYPE[type].test(one.type))) ?? 'attraction';

function costs({ price }: TripPlace, { op, value }: ReadConstraint): boolean {
  const [from = 0, to = from] = [value].flat().map(Number);
  if (price === undefined) return false;
  return op === 'le' ? price <= from : op === 'ge' ? price >= from : op === 'in' ? price >= from && price <= to : price === from;
}

/** Those of some places that a word means: as a kind, a tag or part of a name, or as what is eaten there. */
function meant(places: readonly Candidate[], { type, op }: ReadConstraint, word: string): Candidate[] {
  const served = type === 'diet' || type === 'restaurant_kind' ? serving(places, word, op === 'ne') : [];
  if (type === 'diet') return served;
  return [...served, ...(op === 'ne' ? mightBe(places, word) : ofKind(places, word))];
}

/** Those of some places a constraint leaves; its words in the ask may be in a name where its kind is not. */
function left(ask: string, places: readonly Candidate[], constraint: ReadConstraint): readonly Candidate[] {
  const { type, op, span } = constraint;
  if (type.endsWith('_price')) return numbersOf(constraint).length > 0 ? places.filter((place) => costs(place, constraint)) : places;
  const found = new Set([...textsOf(constraint), ask.slice(...span)].flatMap((word) => meant(places, constraint, word)));
  return places.filter((place) => found.has(place) !== (op === 'ne'));
}

/** Kilometres to the nearest of what an ask names, or of what the plan goes to. */
function distanceFrom(ask: string, trip: Whereabouts): (place: TripPlace) => number {
  const byId = new Map(trip.places.map((place) => [place.id, place]));
  const named = trip.places.filter(({ name, aliases = [] }) => [name, ...aliases].some((word) => ask.includes(word))).map(({ id }) => id);
  const ids = named.length > 0 ? named : (stopsIn(ask, trip).length > 0 ? stopsIn(ask, trip) : spotsOf(trip)).map(({ stop }) => stop.placeId);
  const anchors = [...new Set(ids)].flatMap((id) => byId.get(id)?.at ?? []);
  return ({ at }) => (at ? Math.min(...anchors.map((anchor) => kmBetween(anchor, at))) : Infinity);
}

const rising = (a: number, b: number): number => (a === b ? 0 : a - b);

/** What is not in the plan yet first; then the nearest or the cheapest, where that is asked for. */
function ordered(ask: string, trip: Whereabouts, places: readonly Candidate[]): Candidate[] {
  const taken = new Set(spotsOf(trip).map(({ stop }) => stop.placeId));
  const km = NEAR.test(ask) ? distanceFrom(ask, trip) : () => 0;
  const price = CHEAP.test(ask) ? ({ price: yuan = Infinity }: TripPlace) => yuan : () => 0;
  return places
    .filter(({ name, aliases = [] }) => !NEAR.test(ask) || ![name, ...aliases].some((word) => ask.includes(word)))
    .toSorted((a, b) => Number(taken.has(a.id)) - Number(taken.has(b.id)) || rising(price(a), price(b)) || rising(km(a), km(b)));
}

/** A name inside a sentence: nothing in it ends the sentence, opens a quotation or calls somebody. */
const shown = (name: string): string => name.replace(/[。！？!?…\n.[\]【】［］「」『』“”"：:]/g, ' ').replace(/\s+/g, ' ').trim();

const PRICES: Record<PlaceType, Record<Locale, (yuan: number) => string>> = {
  attraction: { zh: (yuan) => (yuan === 0 ? '免费' : `门票 ¥${yuan}`), en: (yuan) => (yuan === 0 ? 'free' : `ticket ¥${yuan}`) },
  restaurant: { zh: (yuan) => `人均 ¥${yuan}`, en: (yuan) => `¥${yuan} a head` },
  hotel: { zh: (yuan) => `一晚 ¥${yuan}`, en: (yuan) => `¥${yuan} a night` },
};

function said({ name, kind, type, price, verified }: TripPlace, isTaken: boolean): Record<Locale, string> {
  const parts = (locale: Locale, taken: string, unverified: string): string[] => [shown(name), shown(kind), ...(price === undefined ? [] : [PRICES[type][locale](price)]), ...(isTaken ? [taken] : []), ...(verified ? [] : [unverified])].filter(Boolean);
  return { zh: `${parts('zh', '行程里已经有', '没核实').join('，')}。`, en: `${parts('en', 'in the plan already', 'not verified').join(', ')}.` };
}

const NONE: Record<Locale, string> = { zh: '我知道的地点里没有合适的。', en: 'None of the places I know fits.' };

/** What an ask wishes: of the kinds there are, and of those it names that there are none of. */
function wishedIn(ask: string, places: readonly TripPlace[], now: Date, zone: string): ReadConstraint[] {
  const reading = (kinds?: Kinds): ReadConstraint[] => wishes({ text: ask, now: now.toISOString(), zone, kinds }).constraints;
  const read = reading(kindsOf(places));
  const others = reading().filter(({ span }) => read.every((one) => one.span[1] <= span[0] || span[1] <= one.span[0]));
  return [...read, ...others];
}

/** Where an ask looks for places: in the city it names, else in that of the trip last touched. */
async function whereabouts(ask: string, { trips, placesIn, now, zone }: SuggestSource): Promise<Whereabouts | undefined> {
  const [city] = wishedIn(ask, [], now, zone).filter(({ type, op }) => type === 'to_city' && op !== 'ne').flatMap(textsOf);
  const trip = city === undefined ? trips[0] : trips.find((one) => one.city === city);
  return trip ?? (city === undefined ? undefined : { city, days: [], places: await placesIn(city) });
}

/** Up to five places that fit an ask, of the city it names or of the trip; undefined where none are known there at all. */
export async function suggestMaterial(ask: string, source: SuggestSource): Promise<SuggestMaterial | undefined> {
  const { now, zone } = source;
  const trip = await whereabouts(ask, source);
  if (!trip || trip.places.length === 0) return undefined;
  const read = wishedIn(ask, trip.places, now, zone);
  const type = typeFor(ask, read);
  const all: readonly Candidate[] = trip.places.filter((place) => place.type === type).map((place) => ({ ...place, labels: labelsOf(place) }));
  const fitting = read.filter((one) => OF_TYPE[type].test(one.type)).reduce((places, one) => left(ask, places, one), all).filter(({ price }) => !FREE.test(ask) || price === 0);
  const taken = new Set(spotsOf(trip).map(({ stop }) => stop.placeId));
  const found = ordered(ask, trip, fitting).slice(0, MOST).map((place) => said(place, taken.has(place.id)));
  const sentences = found.length > 0 ? found : [NONE];
  return { kind: 'suggest', sentences: { zh: sentences.map(({ zh }) => zh), en: sentences.map(({ en }) => en) } };
}
