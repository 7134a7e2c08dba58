import { AppError } from '../errors';
import { SECOND, dateAt, now, nowMs } from '../infra/clock';
import { newId } from '../infra/ids';
import { log } from '../infra/logger';
import { metrics } from '../infra/metrics';
import { storeUnreachable } from '../infra/mongo';
import { enqueue } from '../jobs';
import { findMessage, sendAsAi, type PartDoc } from '../message';
import { findPai, memberOf, type AssistantDoc, type PaiDoc } from '../pai';
import { think, type Thought } from './think';
import type { AskDoc, RunDoc, RunState } from './model';
import { tellRun } from './news';
import { claimRun, endRun, findRun, giveTurn, releaseRun, renewRun, takeTurn } from './store';

const LEASE = 20 * SECOND;
const RENEW = 5 * SECOND;
const MAX_ATTEMPTS = 3;
/** How soon a run looks again when another one is speaking in its pai. */
const TURN_RETRY_MS = 500;

/** What still stands of a run: the pai, the AI member, and the asks worth answering. */
interface Standing {
  pai: PaiDoc;
  assistant: AssistantDoc;
  asks: AskDoc[];
}

type Silence = { state: Extract<RunState, 'withheld'>; reason: string };

/** Looks whether the run may still speak: the AI member on, the ask not recalled, the asker still here. */
async function standing(run: RunDoc): Promise<Standing | Silence> {
  const pai = await findPai(run.paiId);
  if (!pai || pai.dissolveAt) return { state: 'withheld', reason: 'dissolved' };
  const assistant = pai.assistants.find(({ id }) => id === run.assistantId);
  if (!assistant || assistant.mode === 'off') return { state: 'withheld', reason: 'off' };
  const asks: AskDoc[] = [];
  for (const ask of run.asks) {
    const message = await findMessage(run.paiId, ask.seq);
    if (message && !message.recalledAt && memberOf(pai, ask.userId)) asks.push(ask);
  }
  return asks.length > 0 ? { pai, assistant, asks } : { state: 'withheld', reason: 'recalled' };
}

async function end(run: RunDoc, by: string, change: Partial<RunDoc>, pai: PaiDoc | null): Promise<void> {
  const ended = await endRun(run._id, by, { ...change, endedAt: now(), tookMs: nowMs() - run.createdAt.getTime() });
  if (!ended) return;
  metrics.runs.inc({ state: ended.state });
  metrics.runSeconds.observe((ended.tookMs ?? 0) / 1000);
  if (pai) tellRun(ended, pai);
}

function sourcesOf(parts: readonly PartDoc[], labels: ReadonlyMap<number, string>): { seq: number; label: string }[] {
  const cited = [...new Set(parts.flatMap(({ cites }) => cites))];
  return cited.map((seq) => ({ seq, label: labels.get(seq) ?? `#${seq}` }));
}

async function speak(run: RunDoc, by: string, before: Standing, thought: Thought): Promise<void> {
  // Thinking took a while: look again before saying anything.
  const after = await standing(run);
  if ('state' in after) return end(run, by, after, before.pai);
  if (after.asks.length < before.asks.length) throw new AppError('run/not-found', { cause: new Error('an ask was taken back while it was being answered') });
  const message = await sendAsAi({
    paiId: run.paiId,
    assistant: after.assistant,
    runId: run._id,
    parts: thought.parts,
    sources: sourcesOf(thought.parts, thought.labels),
    askers: [...new Set(after.asks.map(({ userId }) => userId))],
    ...(after.asks.length === 1 && after.asks[0] ? { replyTo: after.asks[0].seq } : {}),
    fallback: thought.fallback,
  });
  await end(run, by, { state: thought.failed ? 'failed' : 'done', answerSeq: message.seq, read: thought.read, model: thought.model, fallback: thought.fallback, tokens: thought.tokens, dropped: thought.dropped }, after.pai);
}

async function answerClaimed(run: RunDoc, by: string, signal: AbortSignal): Promise<void> {
  const now = await standing(run);
  if ('state' in now) return end(run, by, now, await findPai(run.paiId));
  const thought = await think({ ...now, lastAttempt: run.attempts >= MAX_ATTEMPTS, hopeless: run.attempts > MAX_ATTEMPTS, signal });
  return speak(run, by, now, thought);
}

/** Keeps the run and the turn while the work goes on; aborts it when another worker has taken over. */
function keepLease(run: RunDoc, by: string): { signal: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  const timer = setInterval(() => {
    const until = dateAt(nowMs() + LEASE);
    Promise.all([renewRun(run._id, by, until), takeTurn(run.paiId, run._id, by, now(), until)])
      .then(([mine, turn]) => (mine && turn ? undefined : controller.abort()))
      .catch((error: unknown) => log().warn({ err: error }, 'a lease could not be renewed'));
  }, RENEW);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}

async function later(runId: string): Promise<void> {
  // However many jobs of this run find the turn taken, one looks again.
  const slot = Math.floor(nowMs() / TURN_RETRY_MS);
  await enqueue('run.answer', { runId }, { dedupeKey: `${runId}-later-${slot}`, delayMs: TURN_RETRY_MS });
}

/**
 * The job of a run: think, then speak through the log. However often it is delivered and wherever it dies, the run ends
 * with one message or one decision to keep silent: the lease lets one worker at it, the log lets `run:<id>` in once.
 */
export async function answerRun(runId: string): Promise<void> {
  const by = newId();
  const waiting = await findRun(runId);
  if (!waiting || waiting.endedAt) return;
  const until = dateAt(nowMs() + LEASE);
  if (!(await takeTurn(waiting.paiId, runId, by, now(), until))) return later(runId);
  const run = await claimRun(runId, by, now(), until);
  if (!run) return giveTurn(waiting.paiId, by);
  const lease = keepLease(run, by);
  try {
    await answerClaimed(run, by, lease.signal);
  } catch (error) {
    await releaseRun(runId, by).catch(() => undefined);
    if (!storeUnreachable(error)) log().error({ err: error, runId, attempt: run.attempts }, 'an AI turn failed');
    throw error;
  } finally {
    lease.stop();
    await giveTurn(run.paiId, by).catch(() => undefined);
  }
}
