import type { MessageDoc } from '../message';
import { listReadable } from '../message';
import { listUnreadable, memberOf, type PaiDoc } from '../pai';
import type { AskDoc } from './model';

/** What the AI member may look at for a turn. */
export interface Readable {
  messages: MessageDoc[];
  /** Messages left out because their authors do not let it read them. */
  leftOut: number;
}

/**
 * The messages before a turn that every one of its askers may read, minus those of members who hid from the AI. The
 * asks themselves are given to it apart, so their authors spoke to it on purpose.
 */
export async function readableFor(pai: PaiDoc, asks: readonly AskDoc[], assistantId: string, limit: number): Promise<Readable> {
  const readers = asks.flatMap(({ userId }) => memberOf(pai, userId) ?? []);
  const narrowest = readers.reduce((least, reader) => (reader.fromSeq > least.fromSeq ? reader : least), readers[0] ?? { userId: '', role: 'member' as const, joinedAt: pai.createdAt, fromSeq: Infinity });
  const upTo = Math.max(...asks.map(({ seq }) => seq));
  const hidden = new Set(await listUnreadable(pai._id));
  const all = (await listReadable({ pai, me: narrowest }, upTo, limit)).filter((message) => message.senderId !== assistantId);
  const messages = all.filter((message) => !hidden.has(message.senderId));
  return { messages, leftOut: all.length - messages.length };
}
