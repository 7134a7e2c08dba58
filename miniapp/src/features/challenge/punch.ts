import type { Proof } from '@shared/wire/challenge';
import { t } from '@/i18n';
import { keepLocal } from '@/platform/localFile';
import { freshId } from '@/platform/random';
import { deviceZone } from '@/platform/zone';
import { isPassing, sentenceOf, type ApiError } from '@/transport/errors';
import { call } from '@/transport/http';
import { linkState } from '@/transport/socket';
import { uploadFile } from '@/transport/upload';
import { myId, session } from '../account/session';
import type { Written } from './api';
import { dropUnsent, putUnsent, restoreUnsent, waiting, type Brought, type Unsent } from './unsent';

/* Part of the first load, unlike most of challenges: what was checked in without a network is sent from whatever page is opened next. */

const sentHooks = new Set<(written: Written) => void>();
/** Calls with what the cloud made of a check-in. */
export const onSent = (hear: (written: Written) => void): void => void sentHooks.add(hear);

async function proofOf(entry: Unsent): Promise<Proof> {
  const { file, ...proof } = entry.brought;
  if (!file) return proof;
  const fileId = entry.fileId ?? (await uploadFile(file)).id;
  putUnsent({ ...entry, fileId });
  return { ...proof, fileId };
}

/* Tried the moment it is made: the cloud's clock says when that is, whatever the one of this device, unless its file took its time. */
const atOnce = new Set<string>();
const AT_ONCE_MS = 5_000;

async function send(entry: Unsent): Promise<Written> {
  const { clientMsgId, zone, doneAt, paiId, challengeId } = entry;
  const isFirst = atOnce.delete(clientMsgId);
  const proof = await proofOf(entry);
  const isLate = !isFirst || Date.now() - Date.parse(doneAt) > AT_ONCE_MS;
  return call<Written>({ method: 'POST', path: `/pais/${paiId}/challenges/${challengeId}/checkins`, body: { clientMsgId, zone, ...(isLate ? { doneAt } : {}), ...(Object.keys(proof).length > 0 ? { proof } : {}) } });
}

/** `done`, `kept` until there is a network, or refused: why, in the reader's words. */
export type Outcome = { kind: 'done'; written: Written } | { kind: 'kept'; isCut?: boolean } | { kind: 'refused'; why: string };

const awaited = new Map<string, (outcome: Outcome) => void>();

async function deliver(entry: Unsent): Promise<Outcome> {
  let written: Written;
  try {
    written = await send(entry);
  } catch (error) {
    // an answer that this one could not be written now says nothing of the others
    if (isPassing(error)) return { kind: 'kept', isCut: (error as ApiError).status < 500 };
    return { kind: 'refused', why: sentenceOf(error, t('common.failed')) };
  }
  dropUnsent(entry);
  sentHooks.forEach((hear) => hear(written));
  return { kind: 'done', written };
}

function tell(entry: Unsent, outcome: Outcome): void {
  const hear = awaited.get(entry.clientMsgId);
  awaited.delete(entry.clientMsgId);
  if (outcome.kind === 'refused' && hear) dropUnsent(entry);
  else if (outcome.kind === 'refused') putUnsent({ ...entry, why: outcome.why });
  hear?.(outcome);
}

const AGAIN_MS = 30_000;
let isSending = false;
let again: ReturnType<typeof setTimeout> | undefined;

/* One at a time, the earliest first; one that is refused stays, with the reason, until it has been seen. */
async function sendAll(): Promise<void> {
  const tried = new Set<string>();
  const next = (): Unsent | undefined => waiting().find(({ clientMsgId }) => !tried.has(clientMsgId));
  for (let entry = next(); entry; entry = next()) {
    tried.add(entry.clientMsgId);
    const outcome = await deliver(entry);
    tell(entry, outcome);
    if (outcome.kind === 'kept' && outcome.isCut) break;
  }
  isSending = false;
  const left = waiting();
  for (const entry of left) tell(entry, { kind: 'kept' });
  // the link may stay open while calls fail
  if (left.length > 0 && linkState.get().phase === 'open') again = setTimeout(pump, AGAIN_MS);
}

function pump(): void {
  if (isSending) return;
  isSending = true;
  clearTimeout(again);
  void sendAll();
}

/** Checks in. It is on the device before it is on its way, so nothing is lost. Never throws. */
export async function punch(paiId: string, challengeId: string, brought: Brought = {}): Promise<Outcome> {
  const doneAt = new Date().toISOString();
  const file = brought.file && (await keepLocal(brought.file));
  const entry: Unsent = { clientMsgId: freshId(), userId: myId() ?? '', paiId, challengeId, zone: deviceZone(), doneAt, brought: { ...brought, ...(file ? { file } : {}) } };
  if (waiting().length === 0) atOnce.add(entry.clientMsgId);
  const outcome = new Promise<Outcome>((resolve) => awaited.set(entry.clientMsgId, resolve));
  putUnsent(entry);
  pump();
  return outcome;
}

function restore(): void {
  restoreUnsent();
  pump();
}

linkState.watch(() => {
  if (linkState.get().phase === 'open') pump();
});
session.watch(() => {
  if (session.get().phase === 'in') restore();
});
if (session.get().phase === 'in') restore();
