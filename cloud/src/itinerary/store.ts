import type { QueryFilter, UpdateQuery } from 'mongoose';
import { duplicateIndex } from '../infra/mongo';
import { ItineraryModel, KeptVersionModel, type ItineraryDoc, type KeptVersionDoc, type VersionDoc } from './model';

type Condition = QueryFilter<ItineraryDoc>;

export const findItinerary = (paiId: string, id: string): Promise<ItineraryDoc | null> => ItineraryModel.findOne({ _id: id, paiId }).lean<ItineraryDoc>().exec();
export const findItineraryById = (id: string): Promise<ItineraryDoc | null> => ItineraryModel.findById(id).lean<ItineraryDoc>().exec();
export const findItineraryOnce = (paiId: string, byId: string, clientMsgId: string): Promise<ItineraryDoc | null> => ItineraryModel.findOne({ paiId, byId, clientMsgId }).lean<ItineraryDoc>().exec();

/** The one that was last touched first. */
export const listItineraries = (paiId: string): Promise<ItineraryDoc[]> => ItineraryModel.find({ paiId }).sort({ updatedAt: -1 }).lean<ItineraryDoc[]>().exec();

/** Those whose plan is not settled, the ones touched last: their talk is read on. */
export const listOpen = (paiIds?: readonly string[]): Promise<Pick<ItineraryDoc, '_id' | 'paiId' | 'readTo'>[]> =>
  ItineraryModel.find({ decided: { $exists: false }, ...(paiIds ? { paiId: { $in: [...paiIds] } } : {}) }, { paiId: 1, readTo: 1 })
    .sort({ updatedAt: -1 })
    .limit(500)
    .lean<Pick<ItineraryDoc, '_id' | 'paiId' | 'readTo'>[]>()
    .exec();

/** False where its place, its id or its clientMsgId is taken. */
export async function insertItinerary(doc: ItineraryDoc): Promise<boolean> {
  try {
    await ItineraryModel.create(doc);
    return true;
  } catch (error) {
    if (duplicateIndex(error)) return false;
    throw error;
  }
}

/** Changes an itinerary where the condition holds; null where it does not. */
export const changeItinerary = (id: string, change: UpdateQuery<ItineraryDoc>, at: Date, condition: Condition = {}): Promise<ItineraryDoc | null> =>
  ItineraryModel.findOneAndUpdate({ _id: id, ...condition }, { ...change, $inc: { rev: 1, ...change.$inc }, $set: { ...change.$set, updatedAt: at } }, { returnDocument: 'after' }).lean<ItineraryDoc>().exec();

/** What says which talk is whose: the itineraries of a pai without their plans. */
export type BoardDoc = Pick<ItineraryDoc, '_id' | 'title' | 'city' | 'startOn' | 'days' | 'decided' | 'fromSeq' | 'readTo' | 'beganSeq' | 'createdAt'> & { head?: { n: number }; order?: { id: string } };

/** The one begun first first. */
export const listBoards = (paiId: string): Promise<BoardDoc[]> =>
  ItineraryModel.find({ paiId }, { title: 1, city: 1, startOn: 1, days: 1, decided: 1, fromSeq: 1, readTo: 1, beganSeq: 1, createdAt: 1, 'head.n': 1, 'order.id': 1 })
    .sort({ createdAt: 1, _id: 1 })
    .lean<BoardDoc[]>()
    .exec();

/** Marks how far the talk has been read, unless it was read by somebody else meanwhile. */
export const markRead = (doc: ItineraryDoc, readTo: number, city: string | undefined): Promise<ItineraryDoc | null> =>
  ItineraryModel.findOneAndUpdate({ _id: doc._id, readRev: doc.readRev }, { ...(city === undefined ? { $set: { readTo }, $unset: { readCity: 1 } } : { $set: { readTo, readCity: city } }), $inc: { readRev: 1 } }, { returnDocument: 'after' }).lean<ItineraryDoc>().exec();

/** Claims the talk up to a position for asking a model; false where somebody else has. What one who dies has claimed is not asked. */
export const markMeant = async ({ _id, meantTo, meantCity }: ItineraryDoc, to: number, city: string): Promise<boolean> =>
  (await ItineraryModel.updateOne({ _id, meantTo: meantTo ?? null, meantCity: meantCity ?? null } as never, { $set: { meantTo: to, meantCity: city } })).matchedCount === 1;

/** Takes up a work order nobody is at; null where somebody is, or there is none any more. */
export const claimOrder = (id: string, worker: string, at: Date, leaseUntil: Date): Promise<ItineraryDoc | null> =>
  ItineraryModel.findOneAndUpdate(
    { _id: id, order: { $exists: true }, $or: [{ 'order.leaseUntil': { $exists: false } }, { 'order.leaseUntil': { $lt: at } }] },
    { $set: { 'order.worker': worker, 'order.leaseUntil': leaseUntil }, $inc: { 'order.attempts': 1 } },
    { returnDocument: 'after' },
  )
    .lean<ItineraryDoc>()
    .exec();

/** Orders nobody is at though they have waited since `before`. */
export const listWaiting = (before: Date, at: Date): Promise<ItineraryDoc[]> =>
  ItineraryModel.find({ 'order.at': { $lt: before }, $or: [{ 'order.leaseUntil': { $exists: false } }, { 'order.leaseUntil': { $lt: at } }] })
    .limit(50)
    .lean<ItineraryDoc[]>()
    .exec();

/** Takes it upon itself to tell of a plan, unless somebody is at it or it has been told. */
export const claimTelling = (id: string, at: Date, leaseUntil: Date): Promise<ItineraryDoc | null> =>
  ItineraryModel.findOneAndUpdate(
    { _id: id, untold: { $exists: true }, $or: [{ 'untold.leaseUntil': { $exists: false } }, { 'untold.leaseUntil': { $lt: at } }] },
    { $set: { 'untold.leaseUntil': leaseUntil }, $inc: { 'untold.attempts': 1 } },
    { returnDocument: 'after' },
  )
    .lean<ItineraryDoc>()
    .exec();

/** A plan has been told of; one that has come since has not. */
export const endTelling = async (id: string, version: number): Promise<void> => {
  await ItineraryModel.updateOne({ _id: id, 'untold.version': version }, { $unset: { untold: 1 } });
};

/** Itineraries with a plan that nobody was told of though it has been there since `before`. */
export const listUntold = async (before: Date, at: Date): Promise<string[]> =>
  (await ItineraryModel.find({ 'untold.at': { $lt: before }, $or: [{ 'untold.leaseUntil': { $exists: false } }, { 'untold.leaseUntil': { $lt: at } }] }, { _id: 1 }).limit(50).lean<Pick<ItineraryDoc, '_id'>[]>()).map(({ _id }) => _id);

const versionKey = (id: string, n: number): string => `${id}-${n}`;

/** Keeps a version that is about to be followed by another. Told twice, it is kept once. */
export async function keepVersion(doc: ItineraryDoc, version: VersionDoc): Promise<void> {
  const kept: KeptVersionDoc = { ...version, _id: versionKey(doc._id, version.n), itineraryId: doc._id, paiId: doc.paiId };
  await KeptVersionModel.create(kept).catch((error: unknown) => {
    if (!duplicateIndex(error)) throw error;
  });
}

export const findVersion = (id: string, n: number): Promise<KeptVersionDoc | null> => KeptVersionModel.findById(versionKey(id, n)).lean<KeptVersionDoc>().exec();

/** Without their plans, the newest first. */
export const listVersions = (id: string): Promise<VersionDoc[]> => KeptVersionModel.find({ itineraryId: id }, { days: 0, places: 0, unmet: 0 }).sort({ n: -1 }).lean<VersionDoc[]>().exec();

/** Whether a version that has been followed since was made by a card. */
export const isCardOfVersion = async (id: string, cardId: string): Promise<boolean> => (await KeptVersionModel.exists({ itineraryId: id, cardId })) !== null;

export const removeItinerary = async (id: string): Promise<void> => {
  await KeptVersionModel.deleteMany({ itineraryId: id });
  await ItineraryModel.deleteOne({ _id: id });
};

export const removeItinerariesOf = async (paiId: string): Promise<void> => {
  await KeptVersionModel.deleteMany({ paiId });
  await ItineraryModel.deleteMany({ paiId });
};

/** Takes somebody out of the parties of a pai. */
export const leaveParties = async (paiId: string, userId: string): Promise<void> => {
  await ItineraryModel.updateMany({ paiId, party: userId }, { $pull: { party: userId }, $inc: { rev: 1 } });
};

/** Takes a deleted account's name off what it did. */
export async function forgetName(userId: string, name: string): Promise<void> {
  await ItineraryModel.updateMany({ 'head.by.id': userId }, { $set: { 'head.by.name': name } });
  await ItineraryModel.updateMany({ 'decided.by.id': userId }, { $set: { 'decided.by.name': name } });
  await KeptVersionModel.updateMany({ 'by.id': userId }, { $set: { 'by.name': name } });
}
