import type { UpdateQuery } from 'mongoose';
import { duplicateIndex } from '../../infra/mongo';
import { newId } from '../../infra/ids';
import { PackingModel, type PackingDoc } from './model';

export const listPacking = (itineraryId: string): Promise<PackingDoc[]> => PackingModel.find({ itineraryId }).sort({ at: 1, _id: 1 }).lean<PackingDoc[]>().exec();

export const findPacking = (itineraryId: string, id: string): Promise<PackingDoc | null> => PackingModel.findOne({ _id: id, itineraryId }).lean<PackingDoc>().exec();

/** Stores a thing; the same clientMsgId again changes nothing. */
export async function insertPacking(doc: PackingDoc): Promise<void> {
  await PackingModel.create(doc).catch((error: unknown) => {
    if (!duplicateIndex(error)) throw error;
  });
}

export const changePacking = async (id: string, change: UpdateQuery<PackingDoc>): Promise<void> => {
  await PackingModel.updateOne({ _id: id }, change);
};

/** Notes something about what a rule brings up; its record is made with the first note. */
export async function changeByRule(itineraryId: string, paiId: string, rule: string, change: UpdateQuery<PackingDoc>, at: Date): Promise<void> {
  const upsert = (): Promise<unknown> => PackingModel.updateOne({ itineraryId, rule }, { ...change, $setOnInsert: { _id: newId(), paiId, at } }, { upsert: true }).exec();
  // of two who note first at once one makes the record, and the other finds it
  await upsert().catch((error: unknown) => {
    if (!duplicateIndex(error)) throw error;
    return upsert();
  });
}

export const removePacking = async (of: { _id: string } | { paiId: string } | { itineraryId: string }): Promise<void> => {
  await PackingModel.deleteMany(of);
};

/** Takes somebody's ticks and name off the lists. */
export async function forgetPacker(userId: string, of: { paiId?: string }): Promise<void> {
  await PackingModel.updateMany({ ...of, done: userId }, { $pull: { done: userId } });
  await PackingModel.updateMany({ ...of, who: userId }, { $unset: { who: 1 } });
}
