import type { UpdateQuery } from 'mongoose';
import { duplicateIndex } from '../../infra/mongo';
import { WishModel, type WishDoc } from '../model';

/** In the order they were wished. */
export const listWishes = (itineraryId: string): Promise<WishDoc[]> => WishModel.find({ itineraryId }).sort({ at: 1, _id: 1 }).lean<WishDoc[]>().exec();
export const findWish = (itineraryId: string, id: string): Promise<WishDoc | null> => WishModel.findOne({ _id: id, itineraryId }).lean<WishDoc>().exec();
export const findWishOnce = (itineraryId: string, userId: string, clientMsgId: string): Promise<WishDoc | null> => WishModel.findOne({ itineraryId, userId, clientMsgId }).lean<WishDoc>().exec();
export const countWishes = (itineraryId: string): Promise<number> => WishModel.countDocuments({ itineraryId }).exec();

/** False where it is there already. */
export async function insertWish(wish: WishDoc): Promise<boolean> {
  try {
    await WishModel.create(wish);
    return true;
  } catch (error) {
    if (duplicateIndex(error)) return false;
    throw error;
  }
}

export const changeWish = (id: string, change: UpdateQuery<WishDoc>): Promise<WishDoc | null> => WishModel.findOneAndUpdate({ _id: id }, change, { returnDocument: 'after' }).lean<WishDoc>().exec();

/** What was read out of the talk, as it is to stand now; whatever somebody put right by hand stays. */
export async function replaceRead(itineraryId: string, seqs: readonly number[], wishes: readonly WishDoc[]): Promise<void> {
  const ids = wishes.map(({ _id }) => _id);
  await WishModel.deleteMany({ itineraryId, seq: { $in: [...seqs] }, _id: { $nin: ids }, corrected: { $exists: false } });
  if (wishes.length === 0) return;
  await WishModel.bulkWrite(
    wishes.flatMap(({ _id, text, constraints, withdraws, meanings, ...fixed }) => [
      { updateOne: { filter: { _id }, update: { $setOnInsert: { ...fixed, text, constraints } }, upsert: true } },
      { updateOne: { filter: { _id, corrected: { $exists: false } }, update: { $set: { text, constraints, ...(withdraws ? { withdraws } : {}), ...(meanings ? { meanings } : {}) }, $unset: { ...(withdraws ? {} : { withdraws: 1 }), ...(meanings ? {} : { meanings: 1 }) } } } },
    ]) as never,
    { ordered: true },
  );
}

/** Itineraries with wishes out of a message, which go with a recall. */
export async function dropReadFrom(paiId: string, seq: number, recalled: boolean): Promise<string[]> {
  const ids = await WishModel.distinct('itineraryId', { paiId, seq });
  if (recalled) await WishModel.deleteMany({ paiId, seq });
  return ids;
}

/** Drops what was read out of somebody's messages; what they wrote or put right themselves stays, without its source. */
export async function dropReadOf(paiId: string, userId: string): Promise<string[]> {
  const ids = await WishModel.distinct('itineraryId', { paiId, userId, seq: { $exists: true } });
  await WishModel.deleteMany({ paiId, userId, seq: { $exists: true }, corrected: { $exists: false } });
  await WishModel.updateMany({ paiId, userId, seq: { $exists: true } }, { $unset: { seq: 1 } });
  return ids;
}

/** Drops all somebody wished in a pai, and their hearts. */
export async function dropWishesOf(paiId: string, userId: string): Promise<void> {
  await WishModel.deleteMany({ paiId, userId });
  await WishModel.updateMany({ paiId, hearts: userId }, { $pull: { hearts: userId } });
}

export async function dropWishesOfPerson(userId: string): Promise<void> {
  await WishModel.deleteMany({ userId });
  await WishModel.updateMany({ hearts: userId }, { $pull: { hearts: userId } });
}

export const removeWishes = async (itineraryId: string): Promise<void> => {
  await WishModel.deleteMany({ itineraryId });
};

export const removeWishesOfPai = async (paiId: string): Promise<void> => {
  await WishModel.deleteMany({ paiId });
};
