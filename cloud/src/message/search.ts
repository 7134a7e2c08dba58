import type { SearchHit } from '@shared/wire/message';
import { grams, queryTerms, rank, relevant, spansOf } from '../engine/search';
import { accessPai, listPaisOf, memberOf, type PaiDoc } from '../pai';
import type { MessageDoc } from './model';
import { presentMessage } from './present';
import { listByGramsIn } from './store';

interface SearchRequest {
  q: string;
  paiId?: string | undefined;
  before?: Date | undefined;
  limit: number;
}

/** Messages looked at when words need not stand side by side. */
const LOOSE_CANDIDATES = 300;

const searched = (doc: MessageDoc): string => (doc.file?.kind === 'file' ? `${doc.text}\n${doc.file.name}` : doc.text);

async function placesOf(userId: string, paiId: string | undefined): Promise<Map<string, { pai: PaiDoc; fromSeq: number }>> {
  const pais = paiId === undefined ? (await listPaisOf(userId)).filter((pai) => !pai.dissolveAt) : [(await accessPai(userId, paiId)).pai];
  return new Map(pais.map((pai) => [pai._id, { pai, fromSeq: memberOf(pai, userId)?.fromSeq ?? Infinity }]));
}

/**
 * Finds messages: first those that hold every term as it stands, newest first; then, if there is room, those that share
 * a word with the query, best first. Only in pais and from positions the person may read.
 */
export async function searchMessages(userId: string, request: SearchRequest): Promise<SearchHit[]> {
  const places = await placesOf(userId, request.paiId);
  const terms = queryTerms(request.q);
  const wanted = [...new Set(terms.flatMap((term) => grams(term)))];
  if (wanted.length === 0 || places.size === 0) return [];
  const readable = [...places].map(([paiId, { fromSeq }]) => ({ paiId, fromSeq }));
  const find = (need: 'all' | 'any', limit: number): Promise<MessageDoc[]> => listByGramsIn({ readable, grams: wanted, need, before: request.before }, limit);
  const exact = (await find('all', request.limit * 5)).filter((doc) => terms.every((term) => spansOf(searched(doc), [term]).length > 0)).slice(0, request.limit);
  const known = new Set(exact.map((doc) => doc._id));
  const loose = exact.length < request.limit ? (await find('any', LOOSE_CANDIDATES)).filter((doc) => !known.has(doc._id)) : [];
  const candidates = relevant(loose.map((doc) => ({ id: doc._id, text: searched(doc) })), request.q);
  const order = rank(request.q, candidates);
  const byId = new Map(loose.map((doc) => [doc._id, doc]));
  const ranked = order.flatMap((id) => byId.get(id) ?? []);
  return [...exact, ...ranked].slice(0, request.limit).map((doc) => {
    const pai = places.get(doc.paiId)?.pai;
    return { message: presentMessage(doc), paiName: pai?.name ?? '', paiEmoji: pai?.emoji ?? '', spans: spansOf(doc.text, terms) };
  });
}
