import type { RunReason } from '@shared/domain/runReason';
import { SECOND, dateAt, now, nowMs } from '../infra/clock';
import { enqueue } from '../jobs';
import { clearHeed, listUnheeded, type MessageDoc } from '../message';
import { findPai, type AssistantDoc, type PaiDoc } from '../pai';
import { unaskedRefusal } from './allowance';
import { choose, isCall, type Choice } from './choose';
import { readTalk, type Talk } from './heard';
import type { AskDoc, RunDoc } from './model';
import { tellAskers, tellRun } from './news';
import { closeRun, findOpenRun, insertRun, joinRun, listStalled } from './store';

/** How long a run waits for further asks after one: after a call, and after an ask to nobody [A2]. */
const AFTER_CALL = 300;
const AFTER_ASK = 2 * SECOND;
const LONGEST_WAIT = 10 * SECOND;
const MAX_ASKS = 100;
/** How often a place for an ask is looked for while runs open and close around it. */
const MOST_TRIES = 20;
/** A job may be a little early by another node's clock. */
const SLACK_MS = 20;

interface Order {
  pai: PaiDoc;
  role: AssistantDoc;
  ask: AskDoc;
  called: boolean;
  reason: RunReason;
  /** The run's id when it is the ask that begins one. */
  runId: string;
}

const dueFor = (called: boolean, createdAt: number): Date => dateAt(Math.min(nowMs() + (called ? AFTER_CALL : AFTER_ASK), createdAt + LONGEST_WAIT));

/** An ask to nobody does not make somebody wait who called. */
const dueWith = (run: RunDoc, { called }: Order): Date => (run.called && !called && run.dueAt ? run.dueAt : dueFor(called, run.createdAt.getTime()));

const newRun = ({ pai, role, ask, called, reason, runId }: Order): RunDoc => ({
  _id: runId,
  paiId: pai._id,
  assistantId: role.id,
  assistantName: role.name,
  kind: 'answer',
  state: 'queued',
  reason,
  asks: [ask],
  called,
  open: true,
  createdAt: now(),
  dueAt: dueFor(called, nowMs()),
  attempts: 0,
});

/** Puts an ask into the role's open run, or a new one. An ask that is in a run already leaves it as it is. */
async function place(order: Order): Promise<RunDoc> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const open = await findOpenRun(order.pai._id, order.role.id);
    if (!open) {
      const stored = await insertRun(newRun(order));
      if (stored) return stored;
      continue;
    }
    const becomesCall = order.called && !open.called;
    const joined = await joinRun(open, order.ask, { dueAt: dueWith(open, order), called: open.called === true || order.called, reason: becomesCall ? order.reason : open.reason }, MAX_ASKS);
    if (joined) return joined;
    if (open.asks.some(({ seq }) => seq === order.ask.seq)) return open;
    if (open.asks.length >= MAX_ASKS) await closeRun(open._id);
  }
  throw new Error(`no place for ask ${order.runId}`);
}

/** Records that a role kept silent to a message that concerned it: when and why, not a word of it [A3]. */
async function withhold(order: Order, reason: RunReason): Promise<void> {
  const { open: _open, dueAt: _dueAt, ...run } = newRun(order);
  const silent: RunDoc = { ...run, state: 'withheld', reason, endedAt: now() };
  await insertRun(silent);
  // Who hid from the AI and calls it is told so, and nobody else.
  if (reason === 'unreadable') tellAskers(silent);
}

function orderOf(talk: Talk, message: MessageDoc, choice: Choice): Order {
  const { role, decision } = choice;
  const aboutSeq = decision.replyTo === null ? message.seq : Number(decision.replyTo);
  const ask: AskDoc = { userId: message.senderId, name: message.senderName, seq: message.seq, ...(aboutSeq === message.seq ? {} : { aboutSeq }) };
  const isFirst = talk.pai.assistants[0]?.id === role.id;
  return { pai: talk.pai, role, ask, called: isCall(choice), reason: decision.reason, runId: `${talk.pai._id}-${message.seq}${isFirst ? '' : `-${role.id.slice(0, 8)}`}` };
}

/** Why a role that would answer does not. */
async function refusalOf(talk: Talk, order: Order): Promise<RunReason | undefined> {
  if (talk.unreadable.has(order.ask.userId)) return 'unreadable';
  return order.called ? undefined : unaskedRefusal(order.pai, order.role);
}

/** Stores the work orders for one message. Told twice, it does nothing the second time. */
async function heed(talk: Talk, message: MessageDoc): Promise<RunDoc[]> {
  const runs: RunDoc[] = [];
  for (const choice of choose(talk, message)) {
    const order = orderOf(talk, message, choice);
    const refusal = choice.decision.speak ? await refusalOf(talk, order) : choice.decision.reason;
    if (refusal) await withhold(order, refusal);
    else runs.push(await place(order));
  }
  return runs;
}

async function start(run: RunDoc, pai: PaiDoc): Promise<void> {
  if (run.endedAt) return;
  tellRun(run, pai);
  const dueMs = run.dueAt?.getTime() ?? nowMs();
  await enqueue('run.answer', { runId: run._id }, { dedupeKey: `${run._id}-${dueMs}`, delayMs: Math.max(0, dueMs - nowMs()) + SLACK_MS });
}

async function noticeIn(paiId: string, messages: readonly MessageDoc[]): Promise<void> {
  const pai = await findPai(paiId);
  const said = messages.filter(({ senderKind, recalledAt }) => senderKind === 'user' && !recalledAt);
  if (pai && !pai.dissolveAt && said.length > 0 && pai.assistants.some(({ mode }) => mode !== 'off')) {
    const talk = await readTalk(pai, said);
    const touched = new Map<string, RunDoc>();
    for (const message of said) for (const run of await heed(talk, message)) touched.set(run._id, run);
    for (const run of touched.values()) await start(run, pai);
  }
  await clearHeed(paiId, messages.map(({ seq }) => seq));
}

/** Looks at committed messages that may concern an AI role. Those of AI roles never do. */
export async function notice(messages: readonly MessageDoc[]): Promise<void> {
  const heeded = messages.filter((message) => message.heed);
  for (const paiId of new Set(heeded.map((message) => message.paiId))) {
    await noticeIn(paiId, heeded.filter((message) => message.paiId === paiId));
  }
}

/** Finds what a node that died left behind: messages nobody looked at, runs nobody works on. */
export async function sweepRuns(): Promise<void> {
  await notice(await listUnheeded(dateAt(nowMs() - 2 * SECOND)));
  for (const run of await listStalled(dateAt(nowMs() - SECOND), now())) {
    // Not under the key of the attempt before: the queue holds on to the job of a worker that died.
    await enqueue('run.answer', { runId: run._id }, { dedupeKey: `${run._id}-${run.attempts}` });
  }
}
