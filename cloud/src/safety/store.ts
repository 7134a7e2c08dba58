import { PictureModel, ReviewModel, type PictureDoc, type ReviewDoc } from './model';

/** Puts a message into the queue. One that is there stays as it was; one that was decided is opened again. */
export const upsertReview = async ({ _id, paiId, seq, at, ...rest }: Omit<ReviewDoc, 'state'>): Promise<void> => {
  await ReviewModel.updateOne({ paiId, seq, state: 'open' }, { $setOnInsert: { _id, at, ...rest } }, { upsert: true }).catch(async (error: { code?: number }) => {
    if (error.code !== 11_000) throw error;
    await ReviewModel.updateOne({ paiId, seq }, { $set: { ...rest, at, state: 'open' }, $unset: { decidedAt: 1, note: 1 } });
  });
};

export const findReview = (id: string): Promise<ReviewDoc | null> => ReviewModel.findById(id).lean<ReviewDoc>().exec();

/** Those that wait, the longest waiting first; or those that were decided, latest first. */
export const listReviews = (open: boolean, limit: number): Promise<ReviewDoc[]> =>
  ReviewModel.find({ state: open ? 'open' : { $ne: 'open' } })
    .sort(open ? { at: 1 } : { decidedAt: -1 })
    .limit(limit)
    .lean<ReviewDoc[]>()
    .exec();

export const countOpenReviews = (): Promise<number> => ReviewModel.countDocuments({ state: 'open' }).exec();

export const countReviewsOf = (senderId: string, state: ReviewDoc['state']): Promise<number> => ReviewModel.countDocuments({ senderId, state }).exec();

/** Closes an open review; null when it is not open any more. */
export const closeReview = (id: string, state: 'allowed' | 'removed', at: Date, note: string): Promise<ReviewDoc | null> =>
  ReviewModel.findOneAndUpdate({ _id: id, state: 'open' }, { $set: { state, decidedAt: at, note } }, { returnDocument: 'after' })
    .lean<ReviewDoc>()
    .exec();

export const closeReviewOf = async (paiId: string, seq: number, state: 'allowed' | 'removed', at: Date): Promise<void> => {
  await ReviewModel.updateOne({ paiId, seq, state: 'open' }, { $set: { state, decidedAt: at } });
};

export const removeReviewsOfPai = async (paiId: string): Promise<void> => {
  await ReviewModel.deleteMany({ paiId });
};

export const removeReviewsOfPerson = async (senderId: string): Promise<void> => {
  await ReviewModel.deleteMany({ senderId });
};

export const insertPicture = async (picture: PictureDoc): Promise<void> => {
  await PictureModel.create(picture);
};

export const findPicture = (traceId: string): Promise<PictureDoc | null> => PictureModel.findById(traceId).lean<PictureDoc>().exec();
