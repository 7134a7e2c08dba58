import { DAY, MINUTE, SECOND, dateAt, now, nowMs, zoned } from '../infra/clock';
import { firstReadableSince, lastOwnBefore, listReadable, listReadableAbout, wordsOf, type MessageDoc, type Reader } from '../message';
import { listUnreadable, memberOf, type AssistantDoc, type PaiDoc } from '../pai';
import type { Line, Range, Reading } from '../agents';
import { config } from '../config';
import type { AskDoc } from './model';

/** Messages before a turn it sees without asking for them. */
const CONTEXT = 20;
const DAYS: Partial<Record<Range, number>> = { today: 1, 'two-days': 2, week: 7 };

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

/** Midnight at the start of today in the zone of the service. */
function startOfToday(): number {
  const [hours = 0, minutes = 0] = zoned(now(), config().TIME_ZONE).time.split(':').map(Number);
  const thisMinute = nowMs() - (nowMs() % MINUTE);
  return thisMinute - (hours * 60 + minutes) * MINUTE;
}

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
  const days = DAYS[range] ?? 1;
  return firstReadableSince(reader, dateAt(startOfToday() - (days - 1) * DAY));
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
  const take = (docs: readonly MessageDoc[]): Line[] => {
    const foreign = docs.filter(({ senderId }) => senderId !== assistant.id);
    for (const { seq } of foreign.filter(({ senderId }) => hidden.has(senderId))) leftOut.add(seq);
    const open = foreign.filter(({ senderId }) => !hidden.has(senderId));
    for (const doc of open) seen.set(doc.seq, doc);
    return open.flatMap(lineOf);
  };
  /* What was said to the AI member is not what the group talked about. */
  const isTalk = ({ mentions }: MessageDoc): boolean => !mentions?.includes(assistant.id);
  return {
    context: async () => take(await listReadable(reader, upTo, CONTEXT)),
    reading: {
      messagesIn: async (range) => {
        const from = await firstSeqOf(range, reader, asks);
        return take((await listReadable(reader, upTo, config().RECAP_MAX_MESSAGES, from)).filter(isTalk));
      },
      messagesAbout: async (query) => take((await listReadableAbout(reader, query, upTo)).filter(isTalk)),
    },
    account: () => {
      const seqs = [...seen.keys()].sort((a, b) => a - b);
      return { fromSeq: seqs[0] ?? upTo, toSeq: seqs.at(-1) ?? upTo, count: seqs.length, leftOut: leftOut.size };
    },
    messageAt: (seq) => seen.get(seq),
  };
}
