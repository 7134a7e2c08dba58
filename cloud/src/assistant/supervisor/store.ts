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

/** Another check-in for a run that nobody has begun. */
export const joinCheer = async (id: string, row: NonNullable<RunDoc['ledger']>[number]): Promise<void> => {
  await RunModel.updateOne({ _id: id, state: 'queued', reason: 'cheered' }, { $push: { ledger: row } });
};
