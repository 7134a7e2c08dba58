import { observable, useObservable, type Observable } from '@/observable';
import { onEvent } from '@/transport/socket';
import { onSignOut } from '../account/session';
import type { ServerEvent } from '@shared/wire/event';

/** An AI role is at work on an answer, or has just ended without one. */
export interface ActiveRun {
  runId: string;
  roleId: string;
  /** Ids of the members it will answer. */
  askers: readonly string[];
  /** What it has written so far. */
  text: string;
  /** It has ended and says nothing. */
  silent: boolean;
}

type Delta = Pick<Extract<ServerEvent, { type: 'run.delta' }>, 'from' | 'text'>;

/** A run is over by then (60 s of work, 10 s of waiting), whatever was heard of it. */
const LONGEST_MS = 90_000;
/** How long it stays to be seen that a run ended without an answer. */
const SILENT_MS = 12_000;
const NONE: readonly ActiveRun[] = [];

const lists = new Map<string, Observable<readonly ActiveRun[]>>();

function listOf(paiId: string): Observable<readonly ActiveRun[]> {
  const found = lists.get(paiId) ?? observable(NONE);
  lists.set(paiId, found);
  return found;
}

const end = (paiId: string, runId: string): void =>
  listOf(paiId).set((now) => (now.some((run) => run.runId === runId) ? now.filter((run) => run.runId !== runId) : now));

/** Changes a run that is known, or begins to know it. */
function put(paiId: string, runId: string, change: Pick<ActiveRun, 'roleId' | 'askers'> & Partial<ActiveRun>): void {
  const list = listOf(paiId);
  if (list.get().some((run) => run.runId === runId)) return list.set((now) => now.map((run) => (run.runId === runId ? { ...run, ...change } : run)));
  list.set((now) => [...now, { runId, text: '', silent: false, ...change }]);
  setTimeout(() => end(paiId, runId), LONGEST_MS);
}

/** The text after a delta; one that leans on a delta that was lost changes nothing. */
export const grown = (text: string, { from, text: added }: Delta): string => (from <= text.length ? text.slice(0, from) + added : text);

export const useActiveRuns = (paiId: string): readonly ActiveRun[] => useObservable(listOf(paiId));

/** Ended without an answer: whoever asked may look why. */
function fallSilent(paiId: string, runId: string, rest: Pick<ActiveRun, 'roleId' | 'askers'>): void {
  put(paiId, runId, { ...rest, silent: true });
  setTimeout(() => end(paiId, runId), SILENT_MS);
}

onEvent((event) => {
  if (event.type === 'message.created' && event.message.runId !== undefined) end(event.message.paiId, event.message.runId);
  if (event.type === 'run.delta') {
    const { paiId, runId, roleId, askers } = event;
    const text = listOf(paiId).get().find((run) => run.runId === runId)?.text ?? '';
    put(paiId, runId, { roleId, askers, text: grown(text, event) });
  }
  // recaps have a place of their own to show how far they are
  if (event.type !== 'run.changed' || event.kind !== 'answer') return;
  const { paiId, runId, roleId, askers, state } = event;
  if (state === 'queued' || state === 'running') return put(paiId, runId, { roleId, askers });
  if (state === 'withheld' || state === 'refused') return fallSilent(paiId, runId, { roleId, askers });
  end(paiId, runId);
});
onSignOut(() => lists.forEach((list) => list.set(NONE)));
