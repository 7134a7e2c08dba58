import { SECOND } from '../infra/clock';
import { lastOwnBefore, listReadable, listReadableAbout, wordsOf, type MessageDoc, type Reader } from '../message';
import { listUnreadable, memberOf, type AssistantDoc, type PaiDoc } from '../pai';
import type { Account, Line, Range, Reading } from '../agents';
import { config } from '../config';
import type { Recap } from '../engine/recap';
import { accountFor, saidTo } from '../recap';
import { firstSeqOfDays } from './days';
import type { AskDoc } from './model';

/** Messages before a turn it sees without asking for them. */
const CONTEXT = 20;

/** From so many positions on a range is told from what is kept of it instead of being read whole. */
const LONG = 300;

/** What was read for a turn: for the receipt, without a word of it. */
export interface ReadAccount {
  fromSeq: number;
  toSeq: number;
  count: number;
  /** Messages left out because their authors do not let the AI member read them. */
  leftOut: number;
}

/** What the AI member may look at for one turn, and what it did look at. */
export interface Readable {
  reading: Reading;
  context: () => Promise<Line[]>;
  account: () => ReadAccount;
  messageAt: (seq: number) => MessageDoc | undefined;
}

function lineOf(doc: MessageDoc): Line[] {
  const text = wordsOf(doc);
  if (text === undefined) return [];
  return [{ seq: doc.seq, author: doc.senderName, at: Math.floor(doc.sentAt.getTime() / SECOND), text, ...(doc.replyTo ? { replyTo: doc.replyTo.seq } : {}) }];
}

const idsOf = <T extends { cites: number[] }>(part: T): Omit<T, 'cites'> & { cites: string[] } => ({ ...part, cites: part.cites.map(String) });

/** An account in the engine's own form. */
const recapOf = ({ topics, decisions, todos, questions }: Account): Recap => ({
  topics: topics.map(({ title, from, to, sentences }) => ({ title, from: String(from), to: String(to), sentences: sentences.map(idsOf) })),
  decisions: decisions.map(idsOf),
  todos: todos.map(({ owner = null, due = null, ...said }) => ({ ...idsOf(said), owner, due })),
  questions: questions.map(idsOf),
});

/** The asker who may read least: what all askers may read, since a right to read always reaches to the end of the log. */
function narrowestReader(pai: PaiDoc, asks: readonly AskDoc[]): Reader {
  const readers = asks.flatMap(({ userId }) => memberOf(pai, userId) ?? []);
  const [me] = readers.sort((a, b) => b.fromSeq - a.fromSeq);
  if (!me) throw new Error('a turn without an asker who is in the pai');
  return { pai, me };
}

/** Where a range begins. What an asker missed: what came after they last said something here. */
async function firstSeqOf(range: Range, reader: Reader, asks: readonly AskDoc[]): Promise<number> {
  if (range === 'all') return 0;
  if (range === 'unread') {
    const last = await Promise.all(asks.map(({ userId, seq }) => lastOwnBefore(reader.pai._id, userId, seq)));
    return Math.min(...last) + 1;
  }
  return firstSeqOfDays(reader, range);
}

/**
 * The messages before a turn that every one of its askers may read: nothing recalled, nothing by members who hid from
 * the AI, no system lines, nothing of its own.
 */
export async function readableFor(pai: PaiDoc, asks: readonly AskDoc[], assistant: AssistantDoc): Promise<Readable> {
  const reader = narrowestReader(pai, asks);
  const upTo = Math.max(...asks.map(({ seq }) => seq));
  const hidden = new Set(await listUnreadable(pai._id));
  const seen = new Map<number, MessageDoc>();
  const leftOut = new Set<number>();
  /* Read for an account that is kept, so that not each of them went by here. */
  const told = { count: 0, leftOut: 0, fromSeq: upTo };
  const take = (docs: readonly MessageDoc[]): Line[] => {
    const foreign = docs.filter(({ senderId }) => senderId !== assistant.id);
    for (const { seq } of foreign.filter(({ senderId }) => hidden.has(senderId))) leftOut.add(seq);
    const open = foreign.filter(({ senderId }) => !hidden.has(senderId));
    for (const doc of open) seen.set(doc.seq, doc);
    return open.flatMap(lineOf);
  };
  const talkIn = (docs: readonly MessageDoc[]): MessageDoc[] => {
    const isToIt = saidTo([assistant], docs, hidden);
    return docs.filter((doc) => !isToIt(doc));
  };
  return {
    context: async () => take(await listReadable(reader, upTo, CONTEXT)),
    reading: {
      messagesIn: async (range) => {
        const from = await firstSeqOf(range, reader, asks);
        return take(talkIn(await listReadable(reader, upTo, config().RECAP_MAX_MESSAGES, from)));
      },
      accountOf: async (range) => {
        const fromSeq = await firstSeqOf(range, reader, asks);
        if (upTo - fromSeq < LONG) return undefined;
        // the ask itself is no part of the talk
        const { account, cited, messages, ...kept } = await accountFor(reader, { fromSeq, toSeq: upTo - 1 });
        Object.assign(told, { count: messages, leftOut: kept.leftOut, fromSeq: kept.fromSeq });
        return { recap: recapOf(account), lines: take(cited), count: messages };
      },
      messagesAbout: async (query) => take(talkIn(await listReadableAbout(reader, query, upTo))),
    },
    account: () => {
      const seqs = [...seen.keys()].sort((a, b) => a - b);
      return { fromSeq: Math.min(seqs[0] ?? upTo, told.fromSeq), toSeq: seqs.at(-1) ?? upTo, count: Math.max(seqs.length, told.count), leftOut: Math.max(leftOut.size, told.leftOut) };
    },
    messageAt: (seq) => seen.get(seq),
  };
}
