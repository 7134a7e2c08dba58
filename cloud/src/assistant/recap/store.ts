import { duplicateIndex } from '../../infra/mongo';
import { RunModel, type RunDoc } from '../model';

const KINDS = { $in: ['recap', 'digest'] as const };
const ACTIVE = { $in: ['queued', 'running'] as const };

/** The run a person asked for already and that is not done. */
export const findSameRecap = (paiId: string, userId: string, isPrivate: boolean, { fromSeq, toSeq, topic }: NonNullable<RunDoc['stretch']>): Promise<RunDoc | null> =>
  RunModel.findOne({ paiId, kind: 'recap', state: ACTIVE, 'asks.userId': userId, private: isPrivate ? true : null, 'stretch.fromSeq': fromSeq, 'stretch.toSeq': toSeq, 'stretch.topic': topic ?? null })
    .lean<RunDoc>()
    .exec();

/** Stores a run; false when one with its id is there. */
export async function insertRecapRun(run: RunDoc): Promise<boolean> {
  try {
    await RunModel.create(run);
    return true;
  } catch (error) {
    if (duplicateIndex(error)) return false;
    throw error;
  }
}

/** Notes how far a run is; false when another worker has it or it has ended. */
export const noteProgress = async (id: string, by: string, progress: NonNullable<RunDoc['progress']>): Promise<boolean> => (await RunModel.updateOne({ _id: id, 'lease.by': by, state: 'running' }, { $set: { progress } })).matchedCount === 1;

/** Recaps that should be under way and are not: waiting since before `before`, or left by a worker that is gone. */
export const listStalledRecaps = (before: Date, at: Date): Promise<RunDoc[]> =>
  RunModel.find({ kind: KINDS, $or: [{ state: 'queued', createdAt: { $lt: before } }, { state: 'running', 'lease.until': { $lt: at } }] })
    .limit(200)
    .lean<RunDoc[]>()
    .exec();

export const hasRun = async (id: string): Promise<boolean> => (await RunModel.exists({ _id: id })) !== null;

/** The last digest of a role that was written. */
export const findLastDigest = (paiId: string, assistantId: string): Promise<RunDoc | null> => RunModel.findOne({ paiId, assistantId, kind: 'digest', state: 'done' }).sort({ createdAt: -1 }).lean<RunDoc>().exec();
