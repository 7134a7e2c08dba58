import { useEffect, useState } from 'react';
import type { Challenge } from '@shared/wire/challenge';
import { observable, useObservable } from '@/observable';
import { readStored, writeStored } from '@/platform/storage';
import { ApiError } from '@/transport/errors';
import { onSignOut } from '../account/session';
import { usePaiChanges } from '../pai/usePaiChanges';
import * as api from './api';
import type { At, Written } from './api';
import { hearClock } from './clock';
import { onSent } from './unsent';

/** A challenge as it was last told, and when that was (ms since 1970 UTC). */
export interface Held {
  challenge: Challenge;
  at: number;
}

const held = observable<Readonly<Record<string, Held>>>({});
const keyOf = (id: string): string => `u.challenge.${id}`;
const isHeld = (value: unknown): value is Held => typeof (value as Partial<Held> | null)?.challenge?.mine?.button === 'string';

/** Takes a challenge as the cloud has it now; it is kept on the device for when there is no network. */
export function takeChallenge(challenge: Challenge): Challenge {
  hearClock(Date.parse(challenge.now));
  const now = { challenge, at: Date.now() };
  held.set((all) => ({ ...all, [challenge.id]: now }));
  writeStored(keyOf(challenge.id), now);
  return challenge;
}

/** The challenge in an answer, taken; for `.then`. */
export const takeReply = <R extends { challenge: Challenge }>(reply: R): R => {
  takeChallenge(reply.challenge);
  return reply;
};

const writtenHooks = new Set<(written: Written) => void>();
/** Takes what came of writing an entry, and tells the lists that show entries. */
export function takeWritten(written: Written): Written {
  takeReply(written);
  writtenHooks.forEach((hear) => hear(written));
  return written;
}
export function onWritten(hear: (written: Written) => void): () => void {
  writtenHooks.add(hear);
  return () => writtenHooks.delete(hear);
}

/** What became of reading it. */
type Reading = 'reading' | 'read' | 'failed' | 'gone';

/** Calls when a challenge of a pai has changed, or may have while nobody listened. */
export function useChanges(paiId: string, id: string | undefined, heard: () => void): void {
  usePaiChanges(paiId, id, (event) => event.type === 'challenge.changed' && event.paiId === paiId && (id === undefined || event.challengeId === id), heard);
}

/** One challenge, read anew whenever it changes; the kept one while there is no answer. */
export function useChallenge(at: At): { held: Held | undefined; reading: Reading; reload(): void } {
  const now = useObservable(held, (all) => all[at.id]);
  const [kept] = useState(() => readStored(keyOf(at.id), isHeld));
  const [reading, setReading] = useState<Reading>('reading');
  const reload = (): void => {
    api.getChallenge(at).then(
      (reply) => {
        takeReply(reply);
        setReading('read');
      },
      (error: unknown) => setReading(error instanceof ApiError && error.status === 404 ? 'gone' : 'failed'),
    );
  };
  useEffect(reload, [at.paiId, at.id]);
  useChanges(at.paiId, at.id, reload);
  return { held: now ?? (kept?.challenge.paiId === at.paiId ? kept : undefined), reading, reload };
}

/** The challenges of a pai, those that run first. */
export function useChallenges(paiId: string): { challenges: readonly Challenge[] | undefined; failed: boolean; reload(): void } {
  const all = useObservable(held);
  const [ids, setIds] = useState<readonly string[]>();
  const [failed, setFailed] = useState(false);
  const reload = (): void => {
    api.listChallenges(paiId).then(
      ({ challenges }) => {
        challenges.forEach(takeChallenge);
        setIds(challenges.map(({ id }) => id));
        setFailed(false);
      },
      () => setFailed(true),
    );
  };
  useEffect(reload, [paiId]);
  useChanges(paiId, undefined, reload);
  return { challenges: ids?.flatMap((id) => all[id]?.challenge ?? []), failed: failed && ids === undefined, reload };
}

onSent(takeWritten);
onSignOut(() => held.set({}));
