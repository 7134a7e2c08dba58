import { RunModel, type RunDoc } from '../model';

const KIND = { kind: 'challenge' } as const;

/** What was said of challenges unasked since an instant. */
export const listToldSince = (paiId: string, since: Date): Promise<RunDoc[]> => RunModel.find({ ...KIND, paiId, state: 'done', createdAt: { $gte: since } }).lean<RunDoc[]>().exec();

/** What is to be said and nobody is at, the oldest first. */
export const listWaitingWords = (at: Date): Promise<RunDoc[]> =>
  RunModel.find({ ...KIND, $or: [{ state: 'queued', dueAt: { $lte: at } }, { state: 'running', 'lease.until': { $lt: at } }] })
    .sort({ createdAt: 1 })
    .limit(200)
    .lean<RunDoc[]>()
    .exec();

/** Adds what a run is for to the one of its name that waits for the same reason. */
export const joinWaiting = async ({ _id, reason, ledger = [] }: RunDoc): Promise<void> => {
  await RunModel.updateOne({ _id, state: 'queued', reason }, { $push: { ledger: { $each: ledger } } });
};
