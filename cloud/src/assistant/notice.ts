import { SECOND, dateAt, now, nowMs } from '../infra/clock';
import { enqueue } from '../jobs';
import { clearHeed, listUnheeded, type MessageDoc } from '../message';
import { findPai, type AssistantDoc, type PaiDoc } from '../pai';
import type { RunDoc } from './model';
import { tellRun } from './news';
import { addAsk, insertRun, listStalled } from './store';

/** An ask that comes while a run waits to start joins it: a burst gets one answer [A2]. */
const MERGE_MS = 300;
const MAX_ASKS = 20;

/** Which AI member a message calls: by mention first, else by quoting it. */
function called(pai: PaiDoc, message: MessageDoc): { assistant: AssistantDoc; reason: string } | undefined {
  const awake = pai.assistants.filter(({ mode }) => mode !== 'off');
  const mentioned = awake.find(({ id }) => message.mentions?.includes(id));
  if (mentioned) return { assistant: mentioned, reason: 'mentioned' };
  const quoted = awake.find(({ id }) => id === message.replyTo?.senderId);
  return quoted ? { assistant: quoted, reason: 'quoted' } : undefined;
}

/** Stores the work order for one message that calls the AI member. Told twice, it does nothing the second time. */
async function order(pai: PaiDoc, message: MessageDoc): Promise<void> {
  const call = called(pai, message);
  if (!call || message.recalledAt) return;
  const ask = { userId: message.senderId, name: message.senderName, seq: message.seq };
  const joined = await addAsk(pai._id, call.assistant.id, ask, MAX_ASKS);
  const fresh: RunDoc = { _id: `${pai._id}-${message.seq}`, paiId: pai._id, assistantId: call.assistant.id, assistantName: call.assistant.name, kind: 'answer', state: 'queued', reason: call.reason, asks: [ask], createdAt: now(), attempts: 0 };
  const run = joined ?? (await insertRun(fresh));
  tellRun(run, pai);
  await enqueue('run.answer', { runId: run._id }, { dedupeKey: run._id, delayMs: MERGE_MS });
}

/** Looks at committed messages that may concern the AI member. Its own never do. */
export async function notice(messages: readonly MessageDoc[]): Promise<void> {
  for (const message of messages) {
    if (!message.heed) continue;
    const pai = await findPai(message.paiId);
    if (pai && !pai.dissolveAt) await order(pai, message);
    await clearHeed(message.paiId, [message.seq]);
  }
}

/** Finds what a node that died left behind: messages nobody looked at, runs nobody works on. */
export async function sweepRuns(): Promise<void> {
  await notice(await listUnheeded(dateAt(nowMs() - 2 * SECOND)));
  for (const run of await listStalled(dateAt(nowMs() - 3 * SECOND), now())) {
    // Not under the key of the attempt before: the queue holds on to the job of a worker that died.
    await enqueue('run.answer', { runId: run._id }, { dedupeKey: `${run._id}-${run.attempts}` });
  }
}
