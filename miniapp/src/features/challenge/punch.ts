import { useMemo } from 'react';
import { useObservable } from '@/observable';
import { keepLocal } from '@/platform/localFile';
import { freshId } from '@/platform/random';
import { deviceZone } from '@/platform/zone';
import { myId } from '../account/session';
import { clockNow } from './clock';
import { earliestFirst, sendOne, unsent, type Brought, type Outcome, type Unsent } from './unsent';

/** Checks in. It is on the device before it is on its way, so nothing is lost. Never throws. */
export async function punch(paiId: string, challengeId: string, brought: Brought = {}): Promise<Outcome> {
  const doneAt = new Date(clockNow()).toISOString();
  const file = brought.file && (await keepLocal(brought.file));
  return sendOne({ clientMsgId: freshId(), userId: myId() ?? '', paiId, challengeId, zone: deviceZone(), doneAt, brought: { ...brought, ...(file ? { file } : {}) } });
}

/** What was checked in to a challenge and is still to be sent, oldest first. */
export function useUnsentPunches(challengeId: string): readonly Unsent[] {
  const all = useObservable(unsent);
  return useMemo(() => earliestFirst(all.filter((entry) => entry.challengeId === challengeId)), [all, challengeId]);
}
