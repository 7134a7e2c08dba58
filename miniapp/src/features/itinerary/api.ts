import type { Comment, Constraint, Edit, Expense, Itinerary, ItineraryVersion, PackingThing, Place, Wish } from '@shared/wire/itinerary';
import type { Message } from '@shared/wire/message';
import { call } from '@/transport/http';

/* One function per route of itineraries, apart from transport/api so that they travel with these pages. All throw ApiError. */

/** Where an itinerary is: its pai and its own id. */
export interface At {
  paiId: string;
  id: string;
}
export type Brief = Pick<Itinerary, 'id' | 'paiId' | 'title' | 'state' | 'city' | 'startOn' | 'days' | 'version' | 'updatedAt'>;
export interface Frame {
  title?: string | undefined;
  city?: string | undefined;
  zone?: string | undefined;
  startOn?: string | null | undefined;
  days?: number | undefined;
  party?: string[] | undefined;
}
export interface Change {
  kind: 'added' | 'removed' | 'moved' | 'changed';
  day: number;
  text: string;
}
/** A place that could stand instead of a stop, and what that would do; wishes in words. */
export interface Alternative {
  place: Place;
  from: string;
  to: string;
  moreCost: number;
  moreMinutes: number;
  loses: string[];
  gains: string[];
}
export interface Book {
  expenses: Expense[];
  balances: { id: string; name: string; cents: number }[];
  transfers: { from: string; to: string; cents: number }[];
  total: number;
}
export interface NewExpense {
  clientMsgId: string;
  title: string;
  payer: string;
  cents: number;
  for: string[];
  itemId?: string | undefined;
}

interface One {
  itinerary: Itinerary;
}
const all = (paiId: string): string => `/pais/${paiId}/itineraries`;
const one = ({ paiId, id }: At): string => `${all(paiId)}/${id}`;
const get = <T>(path: string, query: Record<string, string | number | undefined> = {}): Promise<T> => call<T>({ method: 'GET', path, query });
const post = <T>(path: string, body: object = {}): Promise<T> => call<T>({ method: 'POST', path, body });
const drop = <T>(path: string): Promise<T> => call<T>({ method: 'DELETE', path });

export const listItineraries = (paiId: string) => get<{ itineraries: Brief[] }>(all(paiId));
export const createItinerary = (paiId: string, body: Frame & { clientMsgId: string }) => post<One>(all(paiId), body);
export const getItinerary = (at: At) => get<One>(one(at));
export const patchItinerary = (at: At, body: Frame) => call<One>({ method: 'PATCH', path: one(at), body });
export const deleteItinerary = (at: At) => drop<{ ok: true }>(one(at));
export const orderPlan = (at: At) => post<One>(`${one(at)}/plan`);
export const cancelPlan = (at: At) => drop<One>(`${one(at)}/plan`);

export const sendEdits = (at: At, version: number, edits: readonly Edit[]) => post<One>(`${one(at)}/edits`, { version, edits });
export const tellLate = (at: At, body: { version: number; itemId: string; minutes: number }) => post<One>(`${one(at)}/late`, body);
export const listVersions = (at: At) => get<{ versions: ItineraryVersion[] }>(`${one(at)}/versions`);
export const readDiff = (at: At, from: number, to: number) => get<{ changes: Change[] }>(`${one(at)}/diff`, { from, to });
export const undoTo = (at: At, to: number) => post<One>(`${one(at)}/undo`, { to });
export const decide = (at: At, version: number, knowing?: readonly string[]) => post<One>(`${one(at)}/decision`, { version, ...(knowing ? { knowing } : {}) });
export const undecide = (at: At) => drop<One>(`${one(at)}/decision`);

export const listAlternatives = (at: At, itemId: string) => get<{ alternatives: Alternative[] }>(`${one(at)}/items/${itemId}/alternatives`);
export const putToVote = (at: At, itemId: string, body: { clientMsgId: string; placeIds: readonly string[] }) => post<{ message: Message }>(`${one(at)}/items/${itemId}/vote`, body);
export const applyVote = (at: At, itemId: string, seq: number, version: number) => post<One>(`${one(at)}/items/${itemId}/vote/${seq}/apply`, { version });
export const findPlaces = (paiId: string, query: { city: string; type?: string | undefined; keyword?: string | undefined }) => get<{ places: Place[]; provider: string; stale: boolean }>(`/pais/${paiId}/places`, query);

export interface Imported {
  added: number;
  changed: number;
  /** Rows that will not do, each with its field and the cure. */
  refused: { line: number; field: string; why: string }[];
}
/** Adds a list of places to the pai's own; `city`: of rows that name none. */
export const importPlaces = (paiId: string, body: { format: 'csv' | 'geojson'; text: string; city?: string | undefined }) => post<Imported>(`/pais/${paiId}/places/import`, body);

export const listWishes = (at: At) => get<{ wishes: Wish[]; fromTalk: number }>(`${one(at)}/wishes`);
export const addWish = (at: At, body: { clientMsgId: string; text: string; constraints?: Constraint[] | undefined }) => post<{ wish: Wish }>(`${one(at)}/wishes`, body);
export const patchWish = (at: At, wishId: string, body: { text?: string | undefined; constraints?: Constraint[] | undefined }) => call<{ wish: Wish }>({ method: 'PATCH', path: `${one(at)}/wishes/${wishId}`, body });
export const dropWish = (at: At, wishId: string) => drop<{ wish: Wish }>(`${one(at)}/wishes/${wishId}`);
export const restoreWish = (at: At, wishId: string) => post<{ wish: Wish }>(`${one(at)}/wishes/${wishId}/restore`);
export const heartWish = (at: At, wishId: string, on: boolean) => call<{ wish: Wish }>({ method: 'PUT', path: `${one(at)}/wishes/${wishId}/heart`, body: { on } });

export const listComments = (at: At) => get<{ comments: Comment[] }>(`${one(at)}/comments`);
export const addComment = (at: At, body: { clientMsgId: string; text: string; itemId?: string | undefined }) => post<{ comments: Comment[] }>(`${one(at)}/comments`, body);
export const dropComment = (at: At, commentId: string) => drop<{ comments: Comment[] }>(`${one(at)}/comments/${commentId}`);

export const readBook = (at: At) => get<Book>(`${one(at)}/expenses`);
export const addExpense = (at: At, body: NewExpense) => post<Book>(`${one(at)}/expenses`, body);
export const dropExpense = (at: At, expenseId: string) => drop<Book>(`${one(at)}/expenses/${expenseId}`);

export const readPacking = (at: At) => get<{ things: PackingThing[] }>(`${one(at)}/packing`);
export const addThing = (at: At, body: { clientMsgId: string; text: string; who?: string | undefined }) => post<{ things: PackingThing[] }>(`${one(at)}/packing`, body);
export const patchThing = (at: At, thingId: string, body: { done?: boolean; text?: string }) => call<{ things: PackingThing[] }>({ method: 'PATCH', path: `${one(at)}/packing/${thingId}`, body });
export const dropThing = (at: At, thingId: string) => drop<{ things: PackingThing[] }>(`${one(at)}/packing/${thingId}`);

export type Format = 'ics' | 'gpx' | 'csv' | 'png' | 'pdf' | 'expenses';
/** Addresses that hand the itinerary over as a file, for 30 minutes. */
export const listExports = (at: At) => get<{ links: { format: Format; url: string }[] }>(`${one(at)}/exports`);
