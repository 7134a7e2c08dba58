import { useMemo } from 'react';
import { useObservable } from '@/observable';
import { dropLocal, keepLocal, type LocalFile } from '@/platform/localFile';
import { freshId } from '@/platform/random';
import { dropStored, readStored, storedKeys, writeStored } from '@/platform/storage';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { linkState, onFrame, sendFrame } from '@/transport/socket';
import { uploadFile } from '@/transport/upload';
import { myId, onSignOut, session } from '../account/session';
import { createOutbox, type Quote, type Unsent } from './sending';
import { expectSeq, onArrival, takeMessages } from './timeline';
import { roomT } from './words';

export type { Quote, Unsent };

/* Each entry under a key of its own: two windows of one browser do not overwrite each other. */
const START = 'u.out.';
const keyOf = (id: string): string => START + id;

function isUnsent(value: unknown): value is Unsent {
  const entry = value as Partial<Unsent> | null;
  return typeof entry?.clientMsgId === 'string' && typeof entry.paiId === 'string' && typeof entry.userId === 'string' && typeof entry.text === 'string';
}

const outbox = createOutbox({
  me: myId,
  now: () => Date.now(),
  freshId,
  sendFrame,
  post: api.sendMessage,
  upload: uploadFile,
  keepFile: keepLocal,
  dropFile: dropLocal,
  load: () => storedKeys(START).flatMap((key) => readStored(key, isUnsent) ?? []),
  save: (entry) => writeStored(keyOf(entry.clientMsgId), entry),
  drop: (id) => dropStored(keyOf(id)),
  expect: expectSeq,
  arrived: (messages) => messages.forEach((message) => takeMessages(message.paiId, [message])),
  sentence: (error) => sentenceOf(error, roomT('room.failed')),
});

export interface Outgoing {
  text: string;
  mentions?: string[];
  replyTo?: Quote;
}

/** Sends a text, now or as soon as it is possible. */
export function sendText(paiId: string, { text, mentions, replyTo }: Outgoing): void {
  outbox.send({ paiId, text, ...(mentions?.length ? { mentions } : {}), ...(replyTo ? { replyTo } : {}) });
}

/** Sends a picture, a recording or a file. */
export function sendLocalFile(paiId: string, file: LocalFile, replyTo?: Quote): void {
  outbox.send({ paiId, text: '', file, ...(replyTo ? { replyTo } : {}) });
}

export const resend = outbox.resend;
export const discard = outbox.discard;

/** What I have sent to this pai and the timeline does not show yet, oldest first. */
export function useUnsent(paiId: string): readonly Unsent[] {
  const all = useObservable(outbox.entries);
  return useMemo(() => all.filter((entry) => entry.paiId === paiId), [all, paiId]);
}

export const unsentCount = (): number => outbox.entries.get().filter((entry) => entry.state !== 'sent').length;

onArrival(outbox.hearArrivals);
onFrame((frame) => {
  if (frame.type === 'acks') outbox.acks(frame.acks);
});
linkState.watch(() => {
  if (linkState.get().phase === 'open') outbox.pump();
  else outbox.cut();
});
session.watch(() => {
  if (session.get().phase === 'in') outbox.restore();
});
if (session.get().phase === 'in') outbox.restore();
onSignOut(outbox.forget);
