import { duplicateIndex } from '../infra/mongo';
import { RecapModel, SegmentModel, type RecapDoc, type SegmentDoc } from './model';

export const segmentKey = (paiId: string, fromSeq: number): string => `${paiId}/${fromSeq}`;

/** Segments that touch a stretch of the log, in order. */
export const listSegments = (paiId: string, from: number, to: number): Promise<SegmentDoc[]> =>
  SegmentModel.find({ paiId, fromSeq: { $lte: to }, toSeq: { $gte: from } }).sort({ fromSeq: 1 }).lean<SegmentDoc[]>().exec();

/** Keeps a segment; another worker that was faster wins. */
export async function insertSegment(segment: SegmentDoc): Promise<void> {
  try {
    await SegmentModel.create(segment);
  } catch (error) {
    if (!duplicateIndex(error)) throw error;
  }
}

export const replaceSegment = async ({ _id, ...segment }: SegmentDoc): Promise<void> => {
  await SegmentModel.updateOne({ _id }, { $set: segment });
};

/** Takes the accounts out of segments that read a message. */
export const blankSegmentsAt = async (paiId: string, seq: number): Promise<void> => {
  await SegmentModel.updateMany({ paiId, fromSeq: { $lte: seq }, aheadTo: { $gte: seq } }, { $set: { account: null } });
};

export const blankSegmentsOf = async (paiId: string, author: string): Promise<void> => {
  await SegmentModel.updateMany({ paiId, authors: author }, { $set: { account: null } });
};

export const removeSegments = async (paiId: string): Promise<void> => {
  await SegmentModel.deleteMany({ paiId });
};

export const findRecap = (id: string): Promise<RecapDoc | null> => RecapModel.findById(id).lean<RecapDoc>().exec();

/** Keeps a recap; a retried run keeps the one it made last. */
export const saveRecap = async ({ _id, ...recap }: RecapDoc): Promise<void> => {
  await RecapModel.updateOne({ _id }, { $set: recap }, { upsert: true });
};

export const listRecapsCiting = (paiId: string, seq: number): Promise<RecapDoc[]> => RecapModel.find({ paiId, 'cited.seq': seq }).lean<RecapDoc[]>().exec();
export const listRecapsQuoting = (paiId: string, author: string): Promise<RecapDoc[]> => RecapModel.find({ paiId, 'cited.by': author }).lean<RecapDoc[]>().exec();

export const removeRecaps = async (paiId: string): Promise<void> => {
  await RecapModel.deleteMany({ paiId });
};

/** Removes what a person asked for and nobody else may see. */
export const removePrivateRecaps = async (userId: string): Promise<void> => {
  await RecapModel.deleteMany({ by: userId, posted: false });
};
