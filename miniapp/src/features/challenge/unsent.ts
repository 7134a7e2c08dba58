import { useMemo } from 'react';
import type { Proof } from '@shared/wire/challenge';
import { observable, useObservable } from '@/observable';
import { dropLocal, keepLocal, type LocalFile } from '@/platform/localFile';
import { freshId } from '@/platform/random';
import { dropStored, readStored, storedKeys, writeStored } from '@/platform/storage';
import { deviceZone } from '@/platform/zone';
import { isPassing, sentenceOf } from '@/transport/errors';
import { linkState } from '@/transport/socket';
import { uploadFile } from '@/transport/upload';
import { myId, onSignOut, session } from '../account/session';
import * as api from './api';
import type { Written } from './api';
import { takeWritten } from './store';
import { punchT } from './words';

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

function put(entry: Unsent): Unsent {
  writeStored(START + entry.clientMsgId, entry);
  entries.set((all) => [...all.filter(({ clientMsgId }) => clientMsgId !== entry.clientMsgId), entry]);
  return entry;
}

export function dropUnsent(entry: Unsent): void {
  dropStored(START + entry.clientMsgId);
  if (entry.brought.file) dropLocal(entry.brought.file.ref);
  entries.set((all) => all.filter(({ clientMsgId }) => clientMsgId !== entry.clientMsgId));
}

async function proofOf(entry: Unsent): Promise<Proof> {
  const { file, ...proof } = entry.brought;
  if (!file) return proof;
  const fileId = entry.fileId ?? (await uploadFile(file)).id;
  put({ ...entry, fileId });
  return { ...proof, fileId };
}

const sending = new Set<string>();

/** `isLate`: it was made some time ago, so the cloud is told when; else its own clock says. */
async function send(entry: Unsent, isLate: boolean): Promise<Written | undefined> {
  if (sending.has(entry.clientMsgId)) return undefined;
  sending.add(entry.clientMsgId);
  const { clientMsgId, zone, doneAt, paiId, challengeId } = entry;
  try {
    const proof = await proofOf(entry);
    const written = await api.checkIn({ paiId, id: challengeId }, { clientMsgId, zone, ...(isLate ? { doneAt } : {}), ...(Object.keys(proof).length > 0 ? { proof } : {}) });
    dropUnsent(entry);
    return takeWritten(written);
  } finally {
    sending.delete(clientMsgId);
  }
}

/** `done`, `kept` until there is a network, or refused: why, in the reader's words. */
export type Outcome = { kind: 'done'; written: Written } | { kind: 'kept' } | { kind: 'refused'; why: string };

/** Checks in. It is on the device before it is on its way, so nothing is lost. Never throws. */
export async function punch(paiId: string, challengeId: string, brought: Brought = {}): Promise<Outcome> {
  const file = brought.file && (await keepLocal(brought.file));
  const entry = put({ clientMsgId: freshId(), userId: myId() ?? '', paiId, challengeId, zone: deviceZone(), doneAt: new Date().toISOString(), brought: { ...brought, ...(file ? { file } : {}) } });
  try {
    const written = await send(entry, false);
    return written ? { kind: 'done', written } : { kind: 'kept' };
  } catch (error) {
    if (isPassing(error)) return { kind: 'kept' };
    dropUnsent(entry);
    return { kind: 'refused', why: sentenceOf(error, punchT('punch.failed.act')) };
  }
}

/** Sends what waits; one that is refused stays, with the reason, until it has been seen. */
async function pump(): Promise<void> {
  for (const entry of entries.get()) {
    if (entry.userId !== myId() || entry.why !== undefined) continue;
    try {
      await send(entry, true);
    } catch (error) {
      if (isPassing(error)) return;
      put({ ...entry, why: sentenceOf(error, punchT('punch.failed.act')) });
    }
  }
}

/** What was checked in to a challenge and is still to be sent, oldest first. */
export function useUnsentPunches(challengeId: string): readonly Unsent[] {
  const all = useObservable(entries);
  return useMemo(() => all.filter((entry) => entry.challengeId === challengeId).sort((a, b) => (a.doneAt < b.doneAt ? -1 : 1)), [all, challengeId]);
}

function restore(): void {
  const known = new Set(entries.get().map(({ clientMsgId }) => clientMsgId));
  const kept = storedKeys(START).flatMap((key) => readStored(key, isUnsent) ?? []);
  entries.set((all) => [...all, ...kept.filter(({ clientMsgId }) => !known.has(clientMsgId))]);
  void pump();
}

linkState.watch(() => {
  if (linkState.get().phase === 'open') void pump();
});
session.watch(() => {
  if (session.get().phase === 'in') restore();
});
if (session.get().phase === 'in') restore();
onSignOut(() => entries.set([]));
