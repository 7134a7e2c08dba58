import { duplicateIndex } from '../infra/mongo';
import { RunModel, TurnModel, type AskDoc, type RunDoc } from './model';

export const findRun = (id: string): Promise<RunDoc | null> => RunModel.findById(id).lean<RunDoc>().exec();

/** The run an ask belongs to already. */
export const findRunOfAsk = (paiId: string, assistantId: string, seq: number): Promise<RunDoc | null> => RunModel.findOne({ paiId, assistantId, kind: 'answer', 'asks.seq': seq }).lean<RunDoc>().exec();

/** Adds an ask to a run that waits to start; null when there is none. */
export async function addAsk(paiId: string, assistantId: string, ask: AskDoc, maxAsks: number): Promise<RunDoc | null> {
  try {
    return await RunModel.findOneAndUpdate({ paiId, assistantId, kind: 'answer', state: 'queued', 'asks.seq': { $ne: ask.seq }, [`asks.${maxAsks - 1}`]: { $exists: false } }, { $push: { asks: ask } }, { returnDocument: 'after', sort: { createdAt: -1 } })
      .lean<RunDoc>()
      .exec();
  } catch (error) {
    if (duplicateIndex(error)) return findRunOfAsk(paiId, assistantId, ask.seq);
    throw error;
  }
}

/** Stores a new run; the one the ask belongs to already comes back if there is one. */
export async function insertRun(run: RunDoc): Promise<RunDoc> {
  try {
    await RunModel.create(run);
    return run;
  } catch (error) {
    const known = duplicateIndex(error) ? await findRunOfAsk(run.paiId, run.assistantId, run.asks[0]?.seq ?? 0) : null;
    if (!known) throw error;
    return known;
  }
}

/** Takes a waiting run, or one whose worker has gone silent. Null: somebody is at it, or it has ended. */
export const claimRun = (id: string, by: string, at: Date, until: Date): Promise<RunDoc | null> =>
  RunModel.findOneAndUpdate(
    { _id: id, state: { $in: ['queued', 'running'] }, $or: [{ lease: null }, { 'lease.until': { $lt: at } }] },
    { $set: { state: 'running', lease: { by, until } }, $inc: { attempts: 1 } },
    { returnDocument: 'after' },
  )
    .lean<RunDoc>()
    .exec();

/** Gives a run back to the queue. */
export const releaseRun = async (id: string, by: string): Promise<void> => {
  await RunModel.updateOne({ _id: id, 'lease.by': by, state: 'running' }, { $set: { state: 'queued', lease: null } });
};

export const renewRun = async (id: string, by: string, until: Date): Promise<boolean> => (await RunModel.updateOne({ _id: id, 'lease.by': by, state: 'running' }, { $set: { 'lease.until': until } })).matchedCount === 1;

/** Ends a run, once; null when it has ended or another worker has it. */
export const endRun = (id: string, by: string, change: Partial<RunDoc>): Promise<RunDoc | null> =>
  RunModel.findOneAndUpdate({ _id: id, 'lease.by': by, state: 'running' }, { $set: { ...change, lease: null } }, { returnDocument: 'after' })
    .lean<RunDoc>()
    .exec();

/** Runs that should be under way and are not: waiting since before `before`, or left by a worker that is gone. */
export const listStalled = (before: Date, at: Date): Promise<RunDoc[]> =>
  RunModel.find({ $or: [{ state: 'queued', createdAt: { $lt: before } }, { state: 'running', 'lease.until': { $lt: at } }] })
    .sort({ createdAt: 1 })
    .limit(200)
    .lean<RunDoc[]>()
    .exec();

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
