import { now, nowMs } from '../infra/clock';
import { newId } from '../infra/ids';
import { log } from '../infra/logger';
import { storeUnreachable } from '../infra/mongo';
import { enqueue } from '../jobs';
import { findMessageOfRun } from '../message';
import { findPai } from '../pai';
import { mayTellUsedUp, reserve } from './budget';
import { keepLease, leaseEnd, type Lease } from './lease';
import type { RunDoc } from './model';
import { end, finish, speak } from './speak';
import { standing, type Standing } from './standing';
import { claimRun, findRun, findWaiting, giveTurn, releaseRun, takeTurn } from './store';
import { streamOf } from './stream';
import { usesModel } from './speaker';
import { think, usedUp, type Thought } from './think';

const MAX_ATTEMPTS = 3;
/** How soon a run looks again when another one is speaking in its pai. */
const TURN_RETRY_MS = 500;

/** Thinks within what the day has left; undefined: nothing is left, and it was said not long ago. */
async function thinkWithinBudget(run: RunDoc, at: Standing, lease: Lease): Promise<Thought | undefined> {
  const { pai, assistant } = at;
  const held = usesModel() ? await reserve(pai._id, assistant, run._id) : undefined;
  if (usesModel() && !held) return run.called && (await mayTellUsedUp(pai._id, assistant.id, run._id)) ? usedUp(at) : undefined;
  const stream = streamOf(run, at, lease);
  let spent = held?.tokens ?? 0;
  try {
    const thought = await think({ ...at, lastAttempt: run.attempts >= MAX_ATTEMPTS, hopeless: run.attempts > MAX_ATTEMPTS, signal: lease.signal, onText: stream.offer });
    spent = thought.tokens.input + thought.tokens.output;
    return thought;
  } finally {
    stream.end();
    await held?.settle(spent);
  }
}

async function answerClaimed(run: RunDoc, by: string, lease: Lease): Promise<void> {
  // The worker before this one may have died with its answer in the log.
  const said = run.attempts > 1 ? await findMessageOfRun(run.paiId, run.assistantId, run._id) : null;
  if (said) return finish(run, by, lease, said);
  for (;;) {
    const at = await standing(run);
    if ('state' in at) return end(run, by, at, await findPai(run.paiId));
    const thought = await thinkWithinBudget(run, at, lease);
    if (!thought) return end(run, by, { state: run.called ? 'refused' : 'withheld', reason: 'budget' }, at.pai);
    if (await speak(run, by, lease, at, thought)) return;
  }
}

async function later(runId: string): Promise<void> {
  // However many jobs of this run find the turn taken, one looks again.
  const slot = Math.floor(nowMs() / TURN_RETRY_MS);
  await enqueue('run.answer', { runId }, { dedupeKey: `${runId}-later-${slot}`, delayMs: TURN_RETRY_MS });
}

/** Gives the turn back; who waits for it longest is told at once. */
async function pass(run: RunDoc, by: string): Promise<void> {
  await giveTurn(run.paiId, by);
  const next = await findWaiting(run.paiId);
  if (next && (next.dueAt?.getTime() ?? 0) <= nowMs()) await enqueue('run.answer', { runId: next._id }, { dedupeKey: `${next._id}-after-${run._id}` });
}

/**
 * The job of a run: think, then speak through the log. However often it is delivered and wherever it dies, the run ends
 * with one answer or one decision to keep silent: the lease lets one worker at it, the log lets `run:<id>` in once.
 */
export async function answerRun(runId: string): Promise<void> {
  const by = newId();
  const waiting = await findRun(runId);
  if (!waiting || waiting.endedAt || waiting.kind !== 'answer') return;
  // An ask that came since moved it on and has a job of its own.
  if (waiting.dueAt && waiting.dueAt.getTime() > nowMs()) return;
  if (!(await takeTurn(waiting.paiId, runId, by, now(), leaseEnd()))) return later(runId);
  const run = await claimRun(runId, by, now(), leaseEnd());
  if (!run) return giveTurn(waiting.paiId, by);
  const lease = keepLease(run, by);
  try {
    await answerClaimed(run, by, lease);
  } catch (error) {
    await releaseRun(runId, by).catch(() => undefined);
    if (!lease.holds()) return;
    if (!storeUnreachable(error)) log().error({ err: error, runId, attempt: run.attempts }, 'an AI turn failed');
    throw error;
  } finally {
    lease.stop();
    await pass(run, by).catch(() => undefined);
  }
}
