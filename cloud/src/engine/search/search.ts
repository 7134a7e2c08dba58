import { rank, type SearchCandidate } from './rank';

export interface SearchInput {
  messages: readonly SearchCandidate[];
  query: string;
  /** Most ids to give back. */
  limit: number;
}

/** Ids of the messages that answer the query best, best first. */
export function search({ messages, query, limit }: SearchInput): { ids: string[] } {
  return { ids: rank(query, messages).slice(0, limit) };
}
