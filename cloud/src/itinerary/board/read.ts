import type { Meaning, TalkMessage, TalkWish } from '../../engine/wishes';
import type { Constraint } from '@shared/wire/itinerary';
import { duplicateIndex } from '../../infra/mongo';
import { listBetween, listBySeqs, readHeads, type MessageDoc } from '../../message';
import { findPai, listUnreadable, type PaiDoc } from '../../pai';
import type { ItineraryDoc, WishDoc } from '../model';
import { readWishes } from '../planning/work';
import { frameOf } from '../frame';
import { findItineraryById, listBoards, markRead } from '../store';
import { isAsk, withoutCall } from './asks';
import { readingOf } from './context';
import { standingOf } from './standing';
import { listWishes, replaceRead } from './store';
import { namedTrips, wishesFor } from './whose';

/** Of a log nobody looked at for long, only the end is read. */
const MOST = 500;
const TRIES = 10;

export const isSpeech = ({ senderKind, kind, recalledAt, held, text }: MessageDoc): boolean => senderKind === 'user' && kind === 'text' && !recalledAt && !held && text.trim() !== '';

const idOf = (itineraryId: string, id: string): string => `${itineraryId}-${id.replace(':', '-')}`;

function docOf({ _id, paiId }: ItineraryDoc, wish: TalkWish, message: MessageDoc): WishDoc {
  const { withdraws, meanings } = wish;
  return {
    _id: idOf(_id, wish.id),
    itineraryId: _id,
    paiId,
    userId: wish.author,
    text: withoutCall(wish.words),
    constraints: wish.constraints as Constraint[],
    seq: message.seq,
    ...(withdraws ? { withdraws: withdraws.map((id) => idOf(_id, id)) } : {}),
    ...(meanings ? { meanings } : {}),
    hearts: [],
    at: message.sentAt,
  };
}

/** What a model took words of messages for, by their seq. */
export type Meanings = ReadonlyMap<number, readonly Meaning[]>;

export const cityOf = (doc: ItineraryDoc, known: readonly WishDoc[]): string | undefined => frameOf(doc, standingOf(known)).city;

/** What is read: the messages wishes were read from before, whose meaning later ones may change, and those that are new; all where the city is another one now. `again`: that has other words than it had. */
async function listTalk(pai: PaiDoc, doc: ItineraryDoc, known: readonly WishDoc[], head: number, again: readonly number[]): Promise<MessageDoc[]> {
  const readTo = doc.readCity === cityOf(doc, known) ? doc.readTo : doc.fromSeq;
  const from = Math.max(readTo + 1, head - MOST + 1, doc.fromSeq + 1);
  const sources = [...new Set([...known.map(({ seq }) => seq), ...again])].filter((seq) => seq !== undefined && doc.fromSeq < seq && seq < from) as number[];
  const [old, fresh] = await Promise.all([listBySeqs(pai._id, sources), head < from ? [] : listBetween(pai._id, from, head)]);
  return [...old, ...fresh];
}

/** What members said that the AI may read. */
export async function speechOf(pai: PaiDoc, talk: readonly MessageDoc[]): Promise<MessageDoc[]> {
  const hidden = await listUnreadable(pai._id);
  const members = new Set(pai.members.map(({ userId }) => userId));
  return talk.filter((message) => isSpeech(message) && members.has(message.senderId) && !hidden.includes(message.senderId) && !isAsk(message, pai));
}

function messageOf({ seq, senderId, sentAt, text, replyTo }: MessageDoc, known: readonly WishDoc[], told: Meanings): TalkMessage {
  const meanings = [...known.filter((wish) => wish.seq === seq).flatMap((wish) => wish.meanings ?? []), ...(told.get(seq) ?? [])];
  return { id: String(seq), author: senderId, at: sentAt.getTime() / 1000, text, ...(replyTo ? { replyTo: String(replyTo.seq) } : {}), ...(meanings.length > 0 ? { meanings } : {}) };
}

/** Reads the talk once; false where somebody else has read it meanwhile. */
async function readOnce(pai: PaiDoc, doc: ItineraryDoc, again: readonly number[], told: Meanings): Promise<boolean> {
  const [known, heads] = await Promise.all([listWishes(doc._id), readHeads([pai._id])]);
  const head = heads.get(pai._id) ?? 0;
  const talk = await listTalk(pai, doc, known, head, again);
  const speech = await speechOf(pai, talk);
  const messages = speech.map((message) => messageOf(message, known, told));
  const city = cityOf(doc, known);
  const { context, meant } = await readingOf(pai, doc, city);
  const read = (await readWishes(messages, context)).map((wish) => ({ ...wish, constraints: meant(wish.constraints as Constraint[], wish.words) })).filter(({ constraints, withdraws }) => constraints.length > 0 || withdraws);
  const bySeq = new Map(speech.map((message) => [String(message.seq), message]));
  const boards = await listBoards(pai._id);
  const mine = boards.length > 1 ? wishesFor(doc._id, await namedTrips(pai, doc.zone, boards), read, ({ messageId }) => bySeq.get(messageId)) : read;
  const docs = mine.flatMap((wish) => {
    const message = bySeq.get(wish.messageId);
    return message ? [docOf(doc, wish, message)] : [];
  });
  await replaceRead(doc._id, talk.map(({ seq }) => seq), docs);
  return (await markRead(doc, head, city)) !== null;
}

/** Whether the talk has told of another city than it was read for: then it says more. */
const isReadFor = async (doc: ItineraryDoc): Promise<boolean> => doc.readCity === cityOf(doc, await listWishes(doc._id));

/**
 * Reads what was said since the last time onto the board. Whoever reads it, and however often, each clause makes one wish.
 * `again`: messages read before that have other words now, or are `told` to mean something. Gives the itinerary as it is then; null where it, or its pai, is gone.
 */
export async function readTalk(itineraryId: string, again: readonly number[] = [], told: Meanings = new Map()): Promise<ItineraryDoc | null> {
  let read: ItineraryDoc | null = null;
  for (let tries = 0; tries < TRIES; tries++) {
    const doc = await findItineraryById(itineraryId);
    const pai = doc && (await findPai(doc.paiId));
    if (!pai || pai.dissolveAt) return null;
    // where every AI member is off, the talk is nobody's to read
    if (pai.assistants.every(({ mode }) => mode === 'off')) return doc;
    try {
      if (!(await readOnce(pai, doc, again, told))) continue;
      read = await findItineraryById(itineraryId);
      if (!read || (await isReadFor(read))) return read;
    } catch (error) {
      // two who read the same clause at the same moment
      if (!duplicateIndex(error)) throw error;
    }
  }
  if (read) return read;
  throw new Error(`the talk of itinerary ${itineraryId} could not be read`);
}
