import { observable, useObservable, type Observable } from '@/observable';
import { onEvent, sendFrame } from '@/transport/socket';
import { myId } from '../account/session';

/** The cloud's lease is 6 s; a list that is not renewed by then is over. */
const LEASE_MS = 8_000;
const SAY_EVERY_MS = 3_000;
const NOBODY: readonly string[] = [];

const lists = new Map<string, Observable<readonly string[]>>();
const ends = new Map<string, ReturnType<typeof setTimeout>>();
const said = new Map<string, number>();

function listOf(paiId: string): Observable<readonly string[]> {
  const found = lists.get(paiId) ?? observable(NOBODY);
  lists.set(paiId, found);
  return found;
}

/** Ids of the others who are writing. */
export const useTypers = (paiId: string): readonly string[] => useObservable(listOf(paiId));

/** Lets the others see that I am writing. */
export function sayTyping(paiId: string): void {
  const now = Date.now();
  if (now - (said.get(paiId) ?? 0) < SAY_EVERY_MS) return;
  if (sendFrame({ type: 'typing', paiId })) said.set(paiId, now);
}

onEvent((event) => {
  if (event.type === 'typing.changed') {
    const others = event.userIds.filter((id) => id !== myId());
    listOf(event.paiId).set(others.length === 0 ? NOBODY : others);
    const timer = ends.get(event.paiId);
    if (timer !== undefined) clearTimeout(timer);
    ends.set(event.paiId, setTimeout(() => listOf(event.paiId).set(NOBODY), LEASE_MS));
  }
  /* Who has just spoken is not writing any more. */
  if (event.type === 'message.created') {
    const { paiId, sender } = event.message;
    lists.get(paiId)?.set((now) => (now.includes(sender.id) ? now.filter((id) => id !== sender.id) : now));
  }
});
