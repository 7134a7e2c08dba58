import { useMemo } from 'react';
import type { Proof } from '@shared/wire/challenge';
import { observable, useObservable } from '@/observable';
import { dropLocal, type LocalFile } from '@/platform/localFile';
import { dropStored, readStored, storedKeys, writeStored } from '@/platform/storage';
import { myId, onSignOut } from '../account/session';

/** What a check-in brings: words, a number, a place, a file of this device. */
export interface Brought extends Omit<Proof, 'fileId'> {
  file?: LocalFile | undefined;
}

/** A check-in the cloud has not confirmed yet. It counts for when it was made, whenever it is sent [C12]. */
export interface Unsent {
  clientMsgId: string;
  userId: string;
  paiId: string;
  challengeId: string;
  zone: string;
  /** ISO 8601. */
  doneAt: string;
  brought: Brought;
  /** The file, once it is in the cloud. */
  fileId?: string;
  /** Why the cloud did not take it. */
  why?: string;
}

const START = 'u.punch.';
const entries = observable<readonly Unsent[]>([]);
const isUnsent = (value: unknown): value is Unsent => typeof (value as Partial<Unsent> | null)?.doneAt === 'string' && typeof (value as Partial<Unsent>).challengeId === 'string';

/** Keeps it on the device. */
export function putUnsent(entry: Unsent): Unsent {
  writeStored(START + entry.clientMsgId, entry);
  entries.set((all) => [...all.filter(({ clientMsgId }) => clientMsgId !== entry.clientMsgId), entry]);
  return entry;
}

export function dropUnsent(entry: Unsent): void {
  dropStored(START + entry.clientMsgId);
  if (entry.brought.file) dropLocal(entry.brought.file.ref);
  entries.set((all) => all.filter(({ clientMsgId }) => clientMsgId !== entry.clientMsgId));
}

const earliestFirst = (all: readonly Unsent[]): Unsent[] => [...all].sort((a, b) => (a.doneAt < b.doneAt ? -1 : 1));
/** Mine that are to be sent. */
export const waiting = (): Unsent[] => earliestFirst(entries.get().filter(({ userId, why }) => userId === myId() && why === undefined));

/** What was checked in to a challenge and is still to be sent, oldest first. */
export function useUnsentPunches(challengeId: string): readonly Unsent[] {
  const all = useObservable(entries);
  return useMemo(() => earliestFirst(all.filter((entry) => entry.challengeId === challengeId)), [all, challengeId]);
}

/** Finds again what was kept before the app was started. */
export function restoreUnsent(): void {
  const known = new Set(entries.get().map(({ clientMsgId }) => clientMsgId));
  const kept = storedKeys(START).flatMap((key) => readStored(key, isUnsent) ?? []);
  entries.set((all) => [...all, ...kept.filter(({ clientMsgId }) => !known.has(clientMsgId))]);
}

onSignOut(() => entries.set([]));
