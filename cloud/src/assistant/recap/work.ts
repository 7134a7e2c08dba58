import { writeRecap, type Written } from '../../agents';
import { config } from '../../config';
import { now } from '../../infra/clock';
import { newId } from '../../infra/ids';
import { log } from '../../infra/logger';
import { storeUnreachable } from '../../infra/mongo';
import { sendAsAi, type MessageDoc, type Reader } from '../../message';
import { findPai, memberOf, type AssistantDoc, type PaiDoc } from '../../pai';
import { accountFor, saveRecap, type Told } from '../../recap';
import { reserve } from '../budget';
import { labelOf } from '../labelOf';
import { LostRunError, beginToSpeak, keepLease, leaseEnd, type Lease } from '../lease';
import type { RunDoc } from '../model';
import { tellRun } from '../news';
import { end } from '../speak';
import { configuredModel, usesModel } from '../speaker';
import type { Silence } from '../standing';
import { claimRun, findRun, releaseRun } from '../store';
import { languageOf, lineOf, peopleOf, toldOf, type People } from './people';
import { Progress } from './progress';
import { noteProgress } from './store';
import { partsOf } from './text';

const MAX_ATTEMPTS = 3;

/** Who a recap is for, as things stand. */
interface Desk {
  reader: Reader;
  role: AssistantDoc;
}

/** Looks whether the run may still be worked on: the pai there, the role on, its reader in. A digest reads as the owner. */
async function deskOf(run: RunDoc): Promise<Desk | Silence> {
  const pai = await findPai(run.paiId);
  if (!pai || pai.dissolveAt) return { state: 'withheld', reason: 'dissolved' };
  const role = pai.assistants.find(({ id }) => id === run.assistantId);
  if (!role || role.mode === 'off') return { state: 'withheld', reason: 'off' };
  const me = memberOf(pai, run.asks[0]?.userId ?? pai.ownerId);
  return me ? { reader: { pai, me }, role } : { state: 'withheld', reason: 'recalled' };
}

/** Has the account written up: by the model while there are tokens for it, else by the engine. */
async function write(run: RunDoc, { reader, role }: Desk, told: Told, people: People, watch: { signal: AbortSignal; onProgress: (topics: number) => void }): Promise<Written> {
  const held = usesModel() ? await reserve(run.paiId, role, run._id) : undefined;
  const locale = languageOf(role, people.localeOf(reader.me.userId));
  const { name, manner } = role;
  const model = held ? configuredModel() : null;
  const onFailure = (what: string, error: unknown): void => log().warn({ what, reason: (error as Error).message, runId: run._id }, 'part of a recap failed');
  const written = await writeRecap({ account: told.account, lines: told.cited.map(lineOf), model, zone: config().TIME_ZONE, locale, self: { name, manner }, members: people.names, onFailure, ...watch }).catch(async (error: unknown) => {
    await held?.settle(0);
    throw error;
  });
  await held?.settle(written.usage.input + written.usage.output);
  return { ...written, fallback: written.fallback || (usesModel() && !held) };
}

/** Puts a recap into the log as the run's message, unless the run was ended or its role turned off meanwhile. */
async function post(run: RunDoc, by: string, lease: Lease, told: Told, written: Written, people: People): Promise<MessageDoc | Silence> {
  const until = await beginToSpeak(run, by, lease);
  const desk = await deskOf(run);
  if ('state' in desk) return desk;
  const { role, reader } = desk;
  const parts = partsOf({ account: written.account, messages: told.messages, leftOut: told.leftOut, locale: languageOf(role, people.localeOf(reader.me.userId)), opens: run.kind === 'digest' && role.mode === 'host' });
  const docs = new Map(told.cited.map((doc) => [doc.seq, doc]));
  const sources = [...new Set(parts.flatMap(({ cites }) => cites))].flatMap((seq) => {
    const doc = docs.get(seq);
    return doc ? [{ seq, label: labelOf(doc) }] : [];
  });
  return sendAsAi({ paiId: run.paiId, assistant: role, runId: run._id, parts, sources, askers: run.asks.map(({ userId }) => userId), fallback: written.fallback, notAfter: until.getTime() });
}

async function keep(run: RunDoc, told: Told, written: Written, people: People): Promise<void> {
  await saveRecap({
    _id: run._id,
    paiId: run.paiId,
    by: run.asks[0]?.userId ?? null,
    posted: !run.private,
    told: toldOf(written.account, people, told.cited),
    cited: told.cited.map(({ seq, senderId }) => ({ seq, by: senderId })),
    fromSeq: told.fromSeq,
    toSeq: told.toSeq,
    messages: told.messages,
    leftOut: told.leftOut,
    gone: 0,
    model: written.model,
    fallback: written.fallback,
    madeAt: now(),
  });
}

async function tellClaimed(run: RunDoc, by: string, lease: Lease): Promise<void> {
  const desk = await deskOf(run);
  if ('state' in desk) return end(run, by, desk, await findPai(run.paiId));
  const { pai } = desk.reader;
  const { signal } = lease;
  const progress = new Progress(usesModel(), async (at) => {
    if (await noteProgress(run._id, by, at)) tellRun({ ...run, progress: at }, pai);
  });
  const people = await peopleOf(pai);
  const stretch = run.stretch ?? { fromSeq: 1, toSeq: 1 };
  const told = await accountFor(desk.reader, stretch, { signal, onProgress: (share) => progress.read(share) });
  progress.read(1);
  const written = await write(run, desk, told, people, { signal, onProgress: (topics) => progress.wrote(topics / told.account.topics.length) });
  await progress.done();
  signal.throwIfAborted();
  await keep(run, told, written, people);
  const receipt: Partial<RunDoc> = {
    read: { fromSeq: told.fromSeq, toSeq: told.toSeq, count: told.messages, leftOut: told.leftOut },
    model: written.model,
    fallback: written.fallback,
    tokens: { input: written.usage.input, output: written.usage.output },
    dropped: written.dropped,
  };
  const posted = run.private ? undefined : await post(run, by, lease, told, written, people);
  if (posted && 'state' in posted) return end(run, by, { ...receipt, ...posted }, pai);
  return end(run, by, { ...receipt, state: 'done', ...(posted ? { answerSeq: posted.seq } : {}) }, pai);
}

/** Gives the run back for another attempt; the last one ends it. */
async function giveUp(run: RunDoc, by: string, pai: Promise<PaiDoc | null>): Promise<void> {
  if (run.attempts >= MAX_ATTEMPTS) await end(run, by, { state: 'failed' }, await pai);
  else await releaseRun(run._id, by);
}

/**
 * The job of a recap: read, write up, keep; one for everybody also enters the log, once, however often the job is
 * delivered [L2]. Ended from outside, it stops within a moment and leaves nothing.
 */
export async function tellRecap(runId: string): Promise<void> {
  const by = newId();
  if ((await findRun(runId))?.endedAt !== undefined) return;
  const run = await claimRun(runId, by, now(), leaseEnd());
  if (!run) return;
  const lease = keepLease(run, by);
  try {
    await tellClaimed(run, by, lease);
  } catch (error) {
    if (lease.signal.aborted || error instanceof LostRunError) return;
    if (!storeUnreachable(error)) log().error({ err: error, runId, attempt: run.attempts }, 'a recap failed');
    await giveUp(run, by, findPai(run.paiId)).catch(() => undefined);
    throw error;
  } finally {
    lease.stop();
  }
}
