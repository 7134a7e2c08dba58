import type { PageReply } from '@shared/wire/message';
import { grams, likelyWords, queryTerms, relevant } from '../engine/search';
import { accessPai, type MemberDoc, type PaiDoc } from '../pai';
import type { MessageDoc } from './model';
import { presentTo } from './present';
import { firstSeqSince, listAfter, listBefore, listByGramsIn, listBySeqs, readHeads } from './store';

/** Messages looked at for a question; a common character must not bring in the whole log. */
const ABOUT_CANDIDATES = 1000;
/** Of those that are about it, the newest whose neighbours are read too: 住哪 — 民宿 — 三百一晚. */
const WITH_NEIGHBOURS = 100;
const NEIGHBOURS = [-2, -1, 1, 2];

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
    // 0 would mean no limit
    older === 0 ? [] : listBefore(paiId, page.around, from, older),
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
  return { messages: docs.map(presentTo(userId)), head: Math.max(head, docs[docs.length - 1]?.seq ?? 0), from: me.fromSeq };
}

export interface Reader {
  pai: PaiDoc;
  me: MemberDoc;
}

/** What stands for a message in words; undefined when there is nothing to read in it. */
export function wordsOf({ text, file }: MessageDoc): string | undefined {
  if (file?.kind === 'file') return [file.name, text].filter(Boolean).join('\n');
  return text.trim() === '' ? undefined : text;
}

const forAi = (doc: MessageDoc): boolean => doc.kind !== 'system' && !doc.recalledAt && !doc.held;

/** The latest messages a member may read, from a position on, ascending, for the AI member's eyes: no system lines, nothing recalled. */
export async function listReadable({ pai, me }: Reader, upTo: number, limit: number, from = 0): Promise<MessageDoc[]> {
  const docs = await listBefore(pai._id, upTo + 1, Math.max(me.fromSeq, from), limit);
  return docs.filter(forAi);
}

/** Messages a member may read that share words with a query, ascending; the newest where there are many. */
export async function listReadableAbout({ pai, me }: Reader, query: string, upTo: number): Promise<MessageDoc[]> {
  const own = queryTerms(query).flatMap((term) => grams(term));
  // of words the query has not only pairs: a single sign of them stands for anything
  const likely = likelyWords(query).flatMap((word) => grams(word).filter((gram) => gram.length > 1));
  const wanted = [...new Set([...own, ...likely])];
  if (wanted.length === 0) return [];
  const docs = await listByGramsIn({ readable: [{ paiId: pai._id, fromSeq: me.fromSeq }], grams: wanted, need: 'any' }, ABOUT_CANDIDATES);
  const all = [...docs, ...(await neighboursOf(pai._id, me.fromSeq, docs, query))];
  return all.filter((doc) => doc.seq <= upTo && forAi(doc)).sort((a, b) => a.seq - b.seq);
}

/** What was said just before and after the newest messages that are about a query: an answer need not repeat its words. */
async function neighboursOf(paiId: string, from: number, docs: readonly MessageDoc[], query: string): Promise<MessageDoc[]> {
  const known = new Set(docs.map(({ seq }) => seq));
  const about = relevant([...docs], query)
    .sort((a, b) => b.seq - a.seq)
    .slice(0, WITH_NEIGHBOURS);
  const beside = new Set(about.flatMap(({ seq }) => NEIGHBOURS.map((step) => seq + step)).filter((seq) => seq >= from && !known.has(seq)));
  return beside.size === 0 ? [] : listBySeqs(paiId, [...beside]);
}

/** Of some positions, the messages that still stand and that a member may read, ascending. */
export const listStanding = async ({ pai, me }: Reader, seqs: readonly number[]): Promise<MessageDoc[]> => (await listBySeqs(pai._id, seqs)).filter((doc) => doc.seq >= me.fromSeq && forAi(doc));

/** The first position a member may read of what was sent since an instant; past the end when there is none. */
export const firstReadableSince = async ({ pai, me }: Reader, at: Date): Promise<number> => Math.max(me.fromSeq, (await firstSeqSince(pai._id, at)) ?? Infinity);
