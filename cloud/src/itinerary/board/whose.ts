import { aliasesOf, isPartOnly } from '@shared/domain/itinerary/names';
import { time } from '../../engine/time';
import type { TalkWish } from '../../engine/wishes';
import { zoned } from '../../infra/clock';
import type { MessageDoc } from '../../message';
import type { PaiDoc } from '../../pai';
import { dayAt, frameOf, type Frame } from '../frame';
import { placesKnown } from '../ground';
import type { WishDoc } from '../model';
import type { BoardDoc } from '../store';
import { standingOf } from './standing';
import { listWishes } from './store';

/** A trip, and by which words talk is known to be of it. */
export interface NamedTrip extends Pick<BoardDoc, '_id' | 'fromSeq' | 'readTo' | 'decided'> {
  zone: string;
  frame: Frame;
  words: readonly string[];
}

const SHORTEST = 2;

/** What a trip goes by: its title, where that is its own, its city, and the places of that city. */
export async function wordsOfTrip(pai: PaiDoc, title: string | undefined, city: string | undefined): Promise<string[]> {
  const places = city === undefined ? [] : await placesKnown(pai._id, city);
  const words = [title === undefined || title === pai.name ? '' : title, city ?? '', ...places.flatMap((place) => [place.name, ...aliasesOf(place, city)])];
  return [...new Set(words)].filter((word) => [...word].length >= SHORTEST);
}

type Counts = (wish: WishDoc) => boolean;

async function named(pai: PaiDoc, zone: string, board: BoardDoc, counts: Counts): Promise<NamedTrip> {
  const frame = frameOf(board, standingOf(await listWishes(board._id)).filter(counts));
  return { _id: board._id, fromSeq: board.fromSeq, readTo: board.readTo, ...(board.decided ? { decided: board.decided } : {}), zone, frame, words: await wordsOfTrip(pai, board.title, frame.city) };
}

/** The trips of a pai, the one begun last last. What was said since a later one began does not tell where and when an earlier one goes. */
export function namedTrips(pai: PaiDoc, zone: string, boards: readonly BoardDoc[]): Promise<NamedTrip[]> {
  const until = (i: number): number => Math.min(...boards.slice(i + 1).map(({ fromSeq }) => fromSeq));
  return Promise.all(boards.map((board, i) => named(pai, zone, board, ({ seq = 0 }) => seq <= until(i))));
}

/** The same before one to a city is begun: that somebody wished to go there says nothing of those nobody has planned. */
export function namedApart(pai: PaiDoc, zone: string, boards: readonly BoardDoc[], city: string | null | undefined): Promise<NamedTrip[]> {
  const isThere: Counts = ({ constraints }) => constraints.some(({ type, value }) => type === 'to_city' && [value].flat().includes(city ?? ''));
  return Promise.all(boards.map((board) => named(pai, zone, board, (wish) => board.head !== undefined || !isThere(wish))));
}

export const isNamed = ({ words }: Pick<NamedTrip, 'words'>, text: string): boolean => words.some((word) => text.includes(word) && !isPartOnly(text, word, words));

/** The day after the last, where both are known. */
const endOf = ({ startOn, days }: Frame): string | undefined => (startOn === undefined || days === undefined ? undefined : dayAt(startOn, days));

/** Whether words said at a moment name a day of the trip. */
function isDated({ frame, zone }: NamedTrip, text: string, said: Date): boolean {
  const [start, end] = [frame.startOn, endOf(frame)];
  if (start === undefined || end === undefined) return false;
  return time({ text, now: said.toISOString(), zone }).items.some(({ from }) => from !== undefined && start <= from.slice(0, 10) && from.slice(0, 10) < end);
}

/** The trips a message may be about: begun by then, and not settled or over. */
function openAt(trips: readonly NamedTrip[], { seq, sentAt }: MessageDoc): readonly NamedTrip[] {
  const open = trips.filter(({ fromSeq, decided, readTo }) => fromSeq < seq && (!decided || seq <= readTo));
  const ahead = open.filter(({ frame, zone }) => zoned(sentAt, zone).day < (endOf(frame) ?? '9'));
  return ahead.length > 0 ? ahead : open;
}

/** Which of several trips a wish is for: the one its clause names by day or place, else the one its message does, else the one begun last. */
function homeOf(trips: readonly NamedTrip[], wish: TalkWish, message: MessageDoc): string | undefined {
  const open = openAt(trips, message);
  if (open.length < 2) return open[0]?._id;
  const datedIn = (text: string): NamedTrip[] => open.filter((trip) => isDated(trip, text, message.sentAt));
  const namedIn = (text: string): NamedTrip[] => open.filter((trip) => isNamed(trip, text));
  const meant = [wish.words, message.text].flatMap((text) => [datedIn(text), namedIn(text)]);
  return [...meant, open].find((some) => some.length > 0)?.at(-1)?._id;
}

const takesBack = ({ withdraws = [], constraints }: TalkWish, kept: ReadonlySet<string>): boolean => withdraws.some((one) => kept.has(one)) && constraints.every(({ op }) => op === 'ne');

/** Those of the wishes in a talk that are for a trip; who takes a wish back does so where it stands. */
export function wishesFor(id: string, trips: readonly NamedTrip[], wishes: readonly TalkWish[], messageOf: (wish: TalkWish) => MessageDoc | undefined): TalkWish[] {
  const kept = new Set<string>();
  return wishes.filter((wish) => {
    const message = messageOf(wish);
    const isMine = message !== undefined && (takesBack(wish, kept) || homeOf(trips, wish, message) === id);
    if (isMine) kept.add(wish.id);
    return isMine;
  });
}
