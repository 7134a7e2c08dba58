import { duplicateIndex } from '../infra/mongo';
import { RunModel, TurnModel, type AskDoc, type FurtherDoc, type RunDoc, type RunState } from './model';

type Change = Record<string, unknown>;

const ACTIVE: { state: { $in: RunState[] } } = { state: { $in: ['queued', 'running'] } };

const changeRun = (filter: Change, change: Change): Promise<RunDoc | null> => RunModel.findOneAndUpdate(filter, change, { returnDocument: 'after' }).lean<RunDoc>().exec();

export const findRun = (id: string): Promise<RunDoc | null> => RunModel.findById(id).lean<RunDoc>().exec();

/** The run an ask belongs to already. */
export const findRunOfAsk = (paiId: string, assistantId: string, seq: number): Promise<RunDoc | null> => RunModel.findOne({ paiId, assistantId, kind: 'answer', 'asks.seq': seq }).lean<RunDoc>().exec();

/** The run of a role that further asks may join. */
export const findOpenRun = (paiId: string, assistantId: string): Promise<RunDoc | null> => RunModel.findOne({ paiId, assistantId, open: true }).lean<RunDoc>().exec();

/** Adds an ask to an open run; null when it takes no more, the run the ask is in when it is in one already. */
export async function joinRun(run: RunDoc, ask: AskDoc, change: Pick<RunDoc, 'dueAt' | 'called' | 'reason'>, maxAsks: number): Promise<RunDoc | null> {
  try {
    return await changeRun({ _id: run._id, open: true, 'asks.seq': { $ne: ask.seq }, [`asks.${maxAsks - 1}`]: { $exists: false } }, { $push: { asks: ask }, $set: change });
  } catch (error) {
    if (duplicateIndex(error)) return findRunOfAsk(run.paiId, run.assistantId, ask.seq);
    throw error;
  }
}

/** Lets no further asks into a run. */
export const closeRun = async (id: string): Promise<void> => {
  await RunModel.updateOne({ _id: id }, { $unset: { open: 1 } });
};

/** Stores a new run. The one its ask belongs to comes back if there is one; null when another run is open. */
export async function insertRun(run: RunDoc): Promise<RunDoc | null> {
  try {
    await RunModel.create(run);
    return run;
  } catch (error) {
    const index = duplicateIndex(error);
    if (index === undefined) throw error;
    return (await findRunOfAsk(run.paiId, run.assistantId, run.asks[0]?.seq ?? 0)) ?? null;
  }
}

/** Takes a waiting run that is due, or one whose worker has gone silent. Null: somebody is at it, or it has ended. */
export const claimRun = (id: string, by: string, at: Date, until: Date): Promise<RunDoc | null> =>
  changeRun(
    { _id: id, ...ACTIVE, $and: [{ $or: [{ lease: null }, { 'lease.until': { $lt: at } }] }, { $or: [{ dueAt: null }, { dueAt: { $lte: at } }] }] },
    { $set: { state: 'running', lease: { by, until } }, $unset: { open: 1 }, $inc: { attempts: 1 } },
  );

const held = (id: string, by: string): Change => ({ _id: id, 'lease.by': by, state: 'running' });

/** Gives a run back to the queue. */
export const releaseRun = async (id: string, by: string): Promise<void> => {
  await RunModel.updateOne(held(id, by), { $set: { state: 'queued', lease: null, speakUntil: null } });
};

export const renewRun = async (id: string, by: string, until: Date): Promise<boolean> => (await RunModel.updateOne(held(id, by), { $set: { 'lease.until': until } })).matchedCount === 1;

/** Whether a worker still has a run. */
export const holdsRun = async (id: string, by: string): Promise<boolean> => (await RunModel.exists(held(id, by))) !== null;

/** Marks that the answer is about to enter the log, and what follows it; false when the run has ended or another worker has it. */
export const markSpeaking = async (id: string, by: string, at: Date, until: Date, further?: FurtherDoc[]): Promise<boolean> =>
  (await RunModel.updateOne({ ...held(id, by), 'lease.until': { $gt: at } }, { $set: { speakUntil: until, ...(further ? { further } : {}) } })).matchedCount === 1;

/** Takes the mark back: it does not write to the log after all. */
export const hush = async (id: string, by: string): Promise<void> => {
  await RunModel.updateOne(held(id, by), { $set: { speakUntil: null } });
};

const END = { lease: null, speakUntil: null };

/** Ends a run, once; null when it has ended or another worker has it. */
export const endRun = (id: string, by: string, change: Partial<RunDoc>): Promise<RunDoc | null> => changeRun(held(id, by), { $set: { ...change, ...END }, $unset: { open: 1, further: 1 } });

/** Which runs to end from outside. */
export type RunFilter = { paiId: string } & ({ assistantId: string } | { seq: number } | { userId: string } | { runId: string });

const filterOf = ({ paiId, ...which }: RunFilter): Change => {
  if ('assistantId' in which) return { paiId, assistantId: which.assistantId };
  if ('runId' in which) return { paiId, _id: which.runId };
  if ('userId' in which) return { paiId, kind: 'answer', 'asks.userId': which.userId };
  return { paiId, kind: 'answer', $or: [{ 'asks.seq': which.seq }, { 'asks.aboutSeq': which.seq }] };
};

export const listActive = (filter: RunFilter): Promise<RunDoc[]> => RunModel.find({ ...filterOf(filter), ...ACTIVE }).lean<RunDoc[]>().exec();

/** Ends a run whoever has it, unless it is writing to the log (or is since an instant other than `speakUntil`). Null: not ended by this. */
export const cancelRun = (id: string, change: Partial<RunDoc>, speakUntil: Date | null = null): Promise<RunDoc | null> => changeRun({ _id: id, ...ACTIVE, speakUntil }, { $set: { ...change, ...END }, $unset: { open: 1, further: 1 } });

/** Answers that should be under way and are not: due since before `before`, or left by a worker that is gone. */
export const listStalled = (before: Date, at: Date): Promise<RunDoc[]> =>
  RunModel.find({ kind: 'answer', $or: [{ state: 'queued', dueAt: { $lt: before } }, { state: 'running', 'lease.until': { $lt: at } }] })
    .sort({ createdAt: 1 })
    .limit(200)
    .lean<RunDoc[]>()
    .exec();

/** The answer that has waited longest in a pai. */
export const findWaiting = (paiId: string): Promise<RunDoc | null> => RunModel.findOne({ paiId, kind: 'answer', state: 'queued' }).sort({ createdAt: 1 }).lean<RunDoc>().exec();

/** Takes the turn to speak in a pai; false while another run has it. */
export async function takeTurn(paiId: string, runId: string, by: string, at: Date, until: Date): Promise<boolean> {
  try {
    await TurnModel.updateOne({ _id: paiId, $or: [{ until: { $lt: at } }, { by, runId }] }, { $set: { runId, by, until } }, { upsert: true });
    return true;
  } catch (error) {
    if (duplicateIndex(error)) return false;
    throw error;
  }
}

export const giveTurn = async (paiId: string, by: string): Promise<void> => {
  await TurnModel.deleteOne({ _id: paiId, by });
};

export const removeRuns = async (paiId: string): Promise<void> => {
  await RunModel.deleteMany({ paiId });
  await TurnModel.deleteOne({ _id: paiId });
};

export const renameAsker = async (userId: string, name: string): Promise<void> => {
  await RunModel.updateMany({ 'asks.userId': userId }, { $set: { 'asks.$[mine].name': name } }, { arrayFilters: [{ 'mine.userId': userId }] });
};
