import type { Challenge, Entry, Proof, WeekReport } from '@shared/wire/challenge';
import type { RuleChanges, Rules } from '@shared/wire/challengeRules';
import { call } from '@/transport/http';

/* One function per route of challenges, apart from transport/api so that they travel with these pages. All throw ApiError. */

interface One {
  challenge: Challenge;
}
export interface Written extends One {
  entry: Entry;
}
export interface FeedPage {
  entries: Entry[];
  next?: string | undefined;
}

/** Where a challenge is: its pai and its own id. */
export interface At {
  paiId: string;
  id: string;
}

const all = (paiId: string): string => `/pais/${paiId}/challenges`;
const one = ({ paiId, id }: At): string => `${all(paiId)}/${id}`;
const post = <T>(path: string, body: object = {}): Promise<T> => call<T>({ method: 'POST', path, body });
const put = <T>(path: string, body: object): Promise<T> => call<T>({ method: 'PUT', path, body });

export const listChallenges = (paiId: string) => call<{ challenges: Challenge[] }>({ method: 'GET', path: all(paiId) });
export const createChallenge = (paiId: string, body: { clientMsgId: string; rules: Rules; zone: string }) => post<One>(all(paiId), body);
export const getChallenge = (at: At) => call<One>({ method: 'GET', path: one(at) });
export const changeRules = (at: At, rules: RuleChanges) => call<One>({ method: 'PATCH', path: one(at), body: { rules } });
export const closeChallenge = (at: At) => post<One>(`${one(at)}/close`);
export const joinChallenge = (at: At, zone: string) => post<One>(`${one(at)}/join`, { zone });
export const leaveChallenge = (at: At) => post<One>(`${one(at)}/leave`);
export const moveZone = (at: At, zone: string) => put<One>(`${one(at)}/zone`, { zone });

export const makeUp = (at: At, body: { clientMsgId: string; day: string; proof?: Proof | undefined }) => post<Written>(`${one(at)}/makeups`, body);
export const pause = (at: At, body: { clientMsgId: string; until?: string | undefined }) => post<Written>(`${one(at)}/pauses`, body);
export const resume = (at: At, clientMsgId: string) => post<Written>(`${one(at)}/resume`, { clientMsgId });
export const judge = (at: At, body: { clientMsgId: string; memberId: string; day: string; ok: boolean; reason?: string | undefined }) => post<Written>(`${one(at)}/verdicts`, body);

export const listEntries = (at: At, query: { before?: string | undefined; limit?: number; member?: string | undefined } = {}) => call<FeedPage>({ method: 'GET', path: `${one(at)}/entries`, query });
export const addProof = (at: At, entryId: string, proof: Proof) => post<Written>(`${one(at)}/entries/${entryId}/proof`, { proof });
export const appeal = (at: At, entryId: string, text: string) => post<Written>(`${one(at)}/entries/${entryId}/appeal`, { text });
export const answerWith = (at: At, entryId: string, emoji: string, on: boolean) => put<Written>(`${one(at)}/entries/${entryId}/reactions`, { emoji, on });

export const setReminder = (at: At, body: { at: string | null; zone: string; calendar?: boolean }) => put<One>(`${one(at)}/reminder`, body);
export const addCredits = (at: At, body: { clientMsgId: string; accepted: string[] }) => post<{ credits: number; templates: string[] }>(`${one(at)}/credits`, body);
export const getReport = (at: At) => call<{ report: WeekReport | null }>({ method: 'GET', path: `${one(at)}/report` });
/** Path of the whole ledger as a table, below /api. */
export const csvPath = (at: At): string => `${one(at)}/export.csv`;
