import { useEffect, useState } from 'react';
import type { Itinerary, Wish } from '@shared/wire/itinerary';
import { observable, useObservable } from '@/observable';
import { readStored, writeStored } from '@/platform/storage';
import { ApiError } from '@/transport/errors';
import { onSignOut } from '../account/session';
import { usePaiChanges } from '../pai/usePaiChanges';
import * as api from './api';
import type { At } from './api';

/** An itinerary as it was last told, and when that was (ms since 1970 UTC). */
export interface Held {
  itinerary: Itinerary;
  at: number;
}

const held = observable<Readonly<Record<string, Held>>>({});
const keyOf = (id: string): string => `u.itinerary.${id}`;
const isHeld = (value: unknown): value is Held => Array.isArray((value as Partial<Held> | null)?.itinerary?.checks);

/** Shows an itinerary without keeping it: an edit the cloud has not taken yet. */
export const showItinerary = (itinerary: Itinerary): void => held.set((all) => ({ ...all, [itinerary.id]: { itinerary, at: Date.now() } }));

/** Takes an itinerary as the cloud has it now; it is kept on the device for when there is no network. */
export function takeItinerary(itinerary: Itinerary): Itinerary {
  showItinerary(itinerary);
  writeStored(keyOf(itinerary.id), { itinerary, at: Date.now() });
  return itinerary;
}

/** The itinerary in an answer, taken; for `.then`. */
export const takeReply = <R extends { itinerary: Itinerary }>(reply: R): R => {
  takeItinerary(reply.itinerary);
  return reply;
};

/** Calls when an itinerary of a pai has changed, or may have while nobody listened. */
function useChanges(paiId: string, id: string | undefined, heard: () => void): void {
  usePaiChanges(paiId, id, (event) => event.type === 'itinerary.changed' && event.paiId === paiId && (id === undefined || event.itineraryId === id), heard);
}

/** What became of reading something. */
export type Reading = 'reading' | 'read' | 'failed' | 'gone';

/** One itinerary, read anew whenever it changes; the kept one while there is no answer. */
export function useItinerary(at: At): { held: Held | undefined; reading: Reading; reload(): void } {
  const now = useObservable(held, (all) => all[at.id]);
  const [kept] = useState(() => readStored(keyOf(at.id), isHeld));
  const [reading, setReading] = useState<Reading>('reading');
  const reload = (): void => {
    if (at.id === '') return;
    api.getItinerary(at).then(
      (reply) => {
        takeReply(reply);
        setReading('read');
      },
      (error: unknown) => setReading(error instanceof ApiError && error.status === 404 ? 'gone' : 'failed'),
    );
  };
  useEffect(reload, [at.paiId, at.id]);
  useChanges(at.paiId, at.id, reload);
  return { held: now ?? (kept?.itinerary.paiId === at.paiId ? kept : undefined), reading, reload };
}

/** The itineraries of a pai, the one last touched first. */
export function useBriefs(paiId: string): { briefs: readonly api.Brief[] | undefined; failed: boolean; reload(): void } {
  const [briefs, setBriefs] = useState<readonly api.Brief[]>();
  const [failed, setFailed] = useState(false);
  const reload = (): void => {
    setFailed(false);
    api.listItineraries(paiId).then(
      ({ itineraries }) => setBriefs(itineraries),
      () => setFailed(true),
    );
  };
  useEffect(reload, [paiId]);
  useChanges(paiId, undefined, reload);
  return { briefs, failed: failed && briefs === undefined, reload };
}

/** Something read of an itinerary, and again whenever that changes. `take` puts an answer in its place. */
export function useRead<T>(at: At, read: (at: At) => Promise<T>): { value: T | undefined; failed: boolean; reload(): void; take(value: T): void } {
  const [value, setValue] = useState<T>();
  const [failed, setFailed] = useState(false);
  const reload = (): void => {
    if (at.id === '') return;
    setFailed(false);
    read(at).then(setValue, () => setFailed(true));
  };
  useEffect(reload, [at.paiId, at.id]);
  useChanges(at.paiId, at.id, reload);
  return { value, failed: failed && value === undefined, reload, take: setValue };
}

export type Wishes = { wishes: Wish[]; fromTalk: number };
export const useWishes = (at: At) => useRead<Wishes>(at, api.listWishes);

onSignOut(() => held.set({}));
