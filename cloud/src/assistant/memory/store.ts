import { duplicateIndex } from '../../infra/mongo';
import { FactModel, type FactDoc } from './model';

/** Facts of a pai, oldest first. */
export const listFacts = (paiId: string): Promise<FactDoc[]> => FactModel.find({ paiId }).sort({ at: 1, _id: 1 }).lean<FactDoc[]>().exec();

export const findFact = (paiId: string, id: string): Promise<FactDoc | null> => FactModel.findOne({ _id: id, paiId }).lean<FactDoc>().exec();
export const findFactByKey = (paiId: string, key: string): Promise<FactDoc | null> => FactModel.findOne({ paiId, key }).lean<FactDoc>().exec();

/** Keeps a fact; false when one of its key is kept already. */
export async function insertFact(fact: FactDoc): Promise<boolean> {
  try {
    await FactModel.create(fact);
    return true;
  } catch (error) {
    if (duplicateIndex(error)) return false;
    throw error;
  }
}

export const countFacts = (paiId: string): Promise<number> => FactModel.countDocuments({ paiId }).exec();

/** Rewrites a fact; somebody has looked at it now. */
export const rewriteFact = (id: string, { text, aboutId }: Pick<FactDoc, 'text' | 'aboutId'>): Promise<FactDoc | null> =>
  FactModel.findOneAndUpdate({ _id: id }, { $set: { text, ...(aboutId === undefined ? {} : { aboutId }) }, $unset: { stale: 1, ...(aboutId === undefined ? { aboutId: 1 } : {}) } }, { returnDocument: 'after' })
    .lean<FactDoc>()
    .exec();

export const removeFact = async (paiId: string, id: string): Promise<boolean> => (await FactModel.deleteOne({ _id: id, paiId })).deletedCount === 1;
export const removeFactByKey = async (paiId: string, key: string): Promise<void> => {
  await FactModel.deleteOne({ paiId, key });
};
export const removeFactsOn = async (paiId: string, seq: number): Promise<void> => {
  await FactModel.deleteMany({ paiId, seq });
};
export const markStale = async (paiId: string, seq: number): Promise<void> => {
  await FactModel.updateMany({ paiId, seq }, { $set: { stale: true } });
};

/** Removes what a person wrote, is meant by or said; in one pai, or everywhere. */
export async function removeFactsOf(userId: string, paiId?: string): Promise<number> {
  const { deletedCount } = await FactModel.deleteMany({ ...(paiId === undefined ? {} : { paiId }), $or: [{ byId: userId }, { aboutId: userId }, { saidById: userId }] });
  return deletedCount;
}

export const removeFactsIn = async (paiId: string): Promise<void> => {
  await FactModel.deleteMany({ paiId });
};
