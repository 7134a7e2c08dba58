import { RunModel, type RunDoc } from '../model';

/** The topics a pai's hosts opened since an instant, latest first. */
export const listOpened = (paiId: string, since: Date): Promise<RunDoc[]> => RunModel.find({ paiId, kind: 'topic', state: 'done', createdAt: { $gte: since } }).sort({ createdAt: -1 }).lean<RunDoc[]>().exec();

/** Topics that are to be opened and that nobody is at, the oldest first. */
export const listWaitingTopics = (at: Date): Promise<RunDoc[]> =>
  RunModel.find({ kind: 'topic', $or: [{ state: 'queued' }, { state: 'running', 'lease.until': { $lt: at } }] })
    .sort({ createdAt: 1 })
    .limit(200)
    .lean<RunDoc[]>()
    .exec();
