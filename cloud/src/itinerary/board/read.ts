import type { TalkWish } from '../../engine/wishes';
import type { Constraint } from '@shared/wire/itinerary';
import { duplicateIndex } from '../../infra/mongo';
import { listBetween, listBySeqs, readHeads, type MessageDoc } from '../../message';
import { findPai, listUnreadable, type PaiDoc } from '../../pai';
import type { ItineraryDoc, WishDoc } from '../model';
import { readWishes } from '../planning/work';
import { findItineraryById, markRead } from '../store';
import { contextOf } from './context';
import { listWishes, replaceRead } from './store';

/** Of a log nobody looked at for long, only the end is read. */
const MOST = 500;
const TRIES = 10;

const isSpeech = ({ senderKind, kind, recalledAt, held, text }: MessageDoc): boolean => senderKind === 'user' && kind === 'text' && !recalledAt && !held && text.trim() !== '';

const idOf = (itineraryId: string, id: string): string => `${itineraryId}-${id.replace(':', '-')}`;

function docOf({ _id, paiId }: ItineraryDoc, wish: TalkWish, message: MessageDoc): WishDoc {
  const { withdraws } = wish;
  return {
    _id: idOf(_id, wish.id),
    itineraryId: _id,
    paiId,
    userId: wish.author,
    text: wish.words,
    constraints: wish.constraints as Constraint[],
    seq: message.seq,
    ...(withdraws ? { withdraws: withdraws.map((id) => idOf(_id, id)) } : {}),
    hearts: [],
    at: message.sentAt,
  };
}

/** What is read: the messages wishes were read from before, whose meaning later ones may change, and those that are new. */
async function listTalk(pai: PaiDoc, doc: ItineraryDoc, known: readonly WishDoc[], head: number): Promise<MessageDoc[]> {
  const from = Math.max(doc.readTo + 1, head - MOST + 1, doc.fromSeq + 1);
  const sources = [...new Set(known.flatMap(({ seq }) => (seq === undefined || seq >= from ? [] : [seq])))];
  const [old, fresh] = await Promise.all([listBySeqs(pai._id, sources), head < from ? [] : listBetween(pai._id, from, head)]);
  return [...old, ...fresh];
}

/** Reads the talk once; false where somebody else has read it meanwhile. */
async function readOnce(pai: PaiDoc, doc: ItineraryDoc): Promise<boolean> {
  const [known, hidden, heads] = await Promise.all([listWishes(doc._id), listUnreadable(pai._id), readHeads([pai._id])]);
  const head = heads.get(pai._id) ?? 0;
  const talk = await listTalk(pai, doc, known, head);
  const members = new Set(pai.members.map(({ userId }) => userId));
  const speech = talk.filter((message) => isSpeech(message) && members.has(message.senderId) && !hidden.includes(message.senderId));
  const messages = speech.map(({ seq, senderId, sentAt, text, replyTo }) => ({ id: String(seq), author: senderId, at: sentAt.getTime() / 1000, text, ...(replyTo ? { replyTo: String(replyTo.seq) } : {}) }));
  const wishes = await readWishes(messages, await contextOf(pai, doc));
  const bySeq = new Map(speech.map((message) => [String(message.seq), message]));
  const docs = wishes.flatMap((wish) => {
    const message = bySeq.get(wish.messageId);
    return message ? [docOf(doc, wish, message)] : [];
  });
  await replaceRead(doc._id, talk.map(({ seq }) => seq), docs);
  return (await markRead(doc, head)) !== null;
}

/**
 * Reads what was said since the last time onto the board. Whoever reads it, and however often, each clause makes one wish.
 * Gives the itinerary as it is then; null where it, or its pai, is gone.
 */
export async function readTalk(itineraryId: string): Promise<ItineraryDoc | null> {
  for (let tries = 0; tries < TRIES; tries++) {
    const doc = await findItineraryById(itineraryId);
    const pai = doc && (await findPai(doc.paiId));
    if (!pai || pai.dissolveAt) return null;
    // where every AI member is off, the talk is nobody's to read
    if (pai.assistants.every(({ mode }) => mode === 'off')) return doc;
    try {
      if (await readOnce(pai, doc)) return findItineraryById(itineraryId);
    } catch (error) {
      // two who read the same clause at the same moment
      if (!duplicateIndex(error)) throw error;
    }
  }
  throw new Error(`the talk of itinerary ${itineraryId} could not be read`);
}
