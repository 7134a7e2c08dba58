import { observable, useObservable, type Observable } from '@/observable';
import { onEvent } from '@/transport/socket';
import { onSignOut } from '../account/session';

/** The AI member is at work on an answer. */
export interface ActiveRun {
  runId: string;
  /** Ids of the members it will answer. */
  askers: readonly string[];
}

/** A run is over by then (60 s of work, 10 s of waiting), whatever was heard of it. */
const LONGEST_MS = 90_000;
const NONE: readonly ActiveRun[] = [];

const lists = new Map<string, Observable<readonly ActiveRun[]>>();

function listOf(paiId: string): Observable<readonly ActiveRun[]> {
  const found = lists.get(paiId) ?? observable(NONE);
  lists.set(paiId, found);
  return found;
}

const end = (paiId: string, runId: string): void =>
  listOf(paiId).set((now) => (now.some((run) => run.runId === runId) ? now.filter((run) => run.runId !== runId) : now));

export const useActiveRuns = (paiId: string): readonly ActiveRun[] => useObservable(listOf(paiId));

onEvent((event) => {
  if (event.type === 'message.created' && event.message.runId !== undefined) end(event.message.paiId, event.message.runId);
  // recaps have a place of their own to show how far they are
  if (event.type !== 'run.changed' || event.kind !== 'answer') return;
  const { paiId, runId, askers, state } = event;
  if (state !== 'queued' && state !== 'running') return end(paiId, runId);
  const known = listOf(paiId).get().some((run) => run.runId === runId);
  listOf(paiId).set((now) => (known ? now.map((run) => (run.runId === runId ? { runId, askers } : run)) : [...now, { runId, askers }]));
  if (!known) setTimeout(() => end(paiId, runId), LONGEST_MS);
});
onSignOut(() => lists.forEach((list) => list.set(NONE)));
