import type { PageReply } from '@shared/wire/message';
import { accessPai, type MemberDoc, type PaiDoc } from '../pai';
import type { MessageDoc } from './model';
import { presentMessage } from './present';
import { listAfter, listBefore, readHeads } from './store';

interface PageRequest {
  after?: number | undefined;
  before?: number | undefined;
  around?: number | undefined;
  limit: number;
}

async function load(paiId: string, from: number, page: PageRequest): Promise<MessageDoc[]> {
  if (page.after !== undefined) return listAfter(paiId, Math.max(page.after, from - 1), page.limit);
  if (page.before !== undefined) return listBefore(paiId, page.before, from, page.limit);
  if (page.around === undefined) return listBefore(paiId, 1e12 - 1, from, page.limit);
  const older = Math.floor(page.limit / 2);
  const [before, after] = await Promise.all([
    listBefore(paiId, page.around, from, older),
    listAfter(paiId, Math.max(page.around, from) - 1, page.limit - older),
  ]);
  return [...before, ...after];
}

/** A page of the log, ascending: after a position, before one, around one, or the newest. Only what the reader may read. */
export async function readPage(userId: string, paiId: string, page: PageRequest): Promise<PageReply> {
  const { me } = await accessPai(userId, paiId);
  // The head first: it may then be a little old, but never past what the page holds.
  const head = (await readHeads([paiId])).get(paiId) ?? 0;
  const docs = await load(paiId, me.fromSeq, page);
  return { messages: docs.map(presentMessage), head: Math.max(head, docs[docs.length - 1]?.seq ?? 0), from: me.fromSeq };
}

export interface Reader {
  pai: PaiDoc;
  me: MemberDoc;
}

/** The latest messages a member may read, ascending, for the AI member's eyes: no system lines, nothing recalled. */
export async function listReadable({ pai, me }: Reader, upTo: number, limit: number): Promise<MessageDoc[]> {
  const docs = await listBefore(pai._id, upTo + 1, me.fromSeq, limit);
  return docs.filter((doc) => doc.kind !== 'system' && !doc.recalledAt);
}
