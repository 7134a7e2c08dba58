import type { Proof } from '@shared/wire/challenge';
import { observable } from '@/observable';
import { t } from '@/i18n';
import { dropLocal, type LocalFile } from '@/platform/localFile';
import { dropStored, readStored, storedKeys, writeStored } from '@/platform/storage';
import { isPassing, sentenceOf, type ApiError } from '@/transport/errors';
import { call } from '@/transport/http';
import { linkState } from '@/transport/socket';
import { uploadFile } from '@/transport/upload';
import { myId, onSignOut, session } from '../account/session';
import type { Written } from './api';
import { clockNow } from './clock';

/*
 * Part of the first load, unlike all else of challenges: what was checked in without a network is sent from whatever page
 * is opened next. Chains of promises, since each async function costs the mini-program's main package a third of a KB.
 */

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

/** `done`, `kept` until there is a network, or refused: why, in the reader's words. */
export type Outcome = { kind: 'done'; written: Written } | { kind: 'kept'; isCut?: boolean } | { kind: 'refused'; why: string };

const START = 'u.punch.';
/** All that is on this device. */
export const unsent = observable<readonly Unsent[]>([]);
const isUnsent = (value: unknown): value is Unsent => typeof (value as Partial<Unsent> | null)?.doneAt === 'string' && typeof (value as Partial<Unsent>).challengeId === 'string';

function put(entry: Unsent): void {
  writeStored(START + entry.clientMsgId, entry);
  unsent.set((all) => all.filter(({ clientMsgId }) => clientMsgId !== entry.clientMsgId).concat(entry));
}

export function dropUnsent(entry: Unsent): void {
  dropStored(START + entry.clientMsgId);
  if (entry.brought.file) dropLocal(entry.brought.file.ref);
  unsent.set((all) => all.filter(({ clientMsgId }) => clientMsgId !== entry.clientMsgId));
}

export const earliestFirst = (all: readonly Unsent[]): Unsent[] => all.slice().sort((a, b) => (a.doneAt < b.doneAt ? -1 : 1));
const waiting = (): Unsent[] => earliestFirst(unsent.get().filter(({ userId, why }) => userId === myId() && why === undefined));

const hooks = new Set<(written: Written) => void>();
/** Calls with what the cloud made of a check-in. */
export const onSent = (hear: (written: Written) => void): void => void hooks.add(hear);

function proofOf(entry: Unsent): Promise<Proof> {
  const { file, ...proof } = entry.brought;
  if (!file) return Promise.resolve(proof);
  const uploaded = entry.fileId === undefined ? uploadFile(file).then(({ id }) => id) : Promise.resolve(entry.fileId);
  return uploaded.then((fileId) => {
    put({ ...entry, fileId });
    return { ...proof, fileId };
  });
}

/* Tried the moment it is made: the cloud's clock says when that is, whatever the one of this device, unless its file took its time. */
const atOnce = new Set<string>();
const AT_ONCE_MS = 5_000;

function send(entry: Unsent): Promise<Written> {
  const { clientMsgId, zone, doneAt, paiId, challengeId } = entry;
  const isFirst = atOnce.delete(clientMsgId);
  return proofOf(entry).then((proof) => {
    const isLate = !isFirst || clockNow() - Date.parse(doneAt) > AT_ONCE_MS;
    return call<Written>({ method: 'POST', path: `/pais/${paiId}/challenges/${challengeId}/checkins`, body: { clientMsgId, zone, proof, ...(isLate ? { doneAt } : {}) } });
  });
}

const deliver = (entry: Unsent): Promise<Outcome> =>
  send(entry).then(
    (written): Outcome => {
      dropUnsent(entry);
      hooks.forEach((hear) => hear(written));
      return { kind: 'done', written };
    },
    // an answer that this one could not be written now says nothing of the others
    (error: unknown) => (isPassing(error) ? { kind: 'kept', isCut: (error as ApiError).status < 500 } : { kind: 'refused', why: sentenceOf(error, t('common.failed')) }),
  );

const awaited = new Map<string, (outcome: Outcome) => void>();

/* One that is refused is told to whoever waits for it, else it stays, with the reason, until it has been seen. */
function tell(entry: Unsent, outcome: Outcome): void {
  const hear = awaited.get(entry.clientMsgId);
  awaited.delete(entry.clientMsgId);
  if (outcome.kind === 'refused' && hear) dropUnsent(entry);
  else if (outcome.kind === 'refused') put({ ...entry, why: outcome.why });
  hear?.(outcome);
}

const AGAIN_MS = 30_000;
let isSending = false;
let again: ReturnType<typeof setTimeout> | undefined;

function rest(): void {
  isSending = false;
  const left = waiting();
  left.forEach((entry) => tell(entry, { kind: 'kept' }));
  // the link may stay open while calls fail
  if (left.length > 0 && linkState.get().phase === 'open') again = setTimeout(pump, AGAIN_MS);
}

/* One at a time, the earliest first, each once. */
function sendNext(tried: readonly string[]): void {
  const entry = waiting().find(({ clientMsgId }) => !tried.includes(clientMsgId));
  if (!entry) return rest();
  void deliver(entry).then((outcome) => {
    tell(entry, outcome);
    if (outcome.kind === 'kept' && outcome.isCut) rest();
    else sendNext(tried.concat(entry.clientMsgId));
  });
}

function pump(): void {
  if (isSending) return;
  isSending = true;
  clearTimeout(again);
  sendNext([]);
}

/** Keeps a check-in on the device and sends it, after those that wait. Never throws. */
export function sendOne(entry: Unsent): Promise<Outcome> {
  if (waiting().length === 0) atOnce.add(entry.clientMsgId);
  return new Promise((resolve) => {
    awaited.set(entry.clientMsgId, resolve);
    put(entry);
    pump();
  });
}

function restore(): void {
  if (session.get().phase !== 'in') return;
  const kept = storedKeys(START).flatMap((key) => readStored(key, isUnsent) ?? []);
  unsent.set((all) => all.concat(kept.filter(({ clientMsgId }) => !all.some((entry) => entry.clientMsgId === clientMsgId))));
  pump();
}

linkState.watch(() => {
  if (linkState.get().phase === 'open') pump();
});
session.watch(restore);
restore();
onSignOut(() => unsent.set([]));
