import type { QueryFilter, UpdateQuery } from 'mongoose';
import { duplicateIndex } from '../infra/mongo';
import { ChallengeModel, EntryModel, type ChallengeDoc, type EntryDoc } from './model';

const STANDING = { undoneAt: { $exists: false } } as const;

/** One that was not undone. */
export const findChallenge = (paiId: string, id: string): Promise<ChallengeDoc | null> => ChallengeModel.findOne({ _id: id, paiId, ...STANDING }).lean<ChallengeDoc>().exec();

/** Whatever became of it. */
export const findChallengeById = (id: string): Promise<ChallengeDoc | null> => ChallengeModel.findById(id).lean<ChallengeDoc>().exec();

export const findChallengeOnce = (paiId: string, byId: string, clientMsgId: string): Promise<ChallengeDoc | null> => ChallengeModel.findOne({ paiId, byId, clientMsgId }).lean<ChallengeDoc>().exec();

/** Newest first. */
export const listChallenges = (paiId: string): Promise<ChallengeDoc[]> => ChallengeModel.find({ paiId, ...STANDING }).sort({ createdAt: -1 }).lean<ChallengeDoc[]>().exec();

/** What is needed to tell what time it is in a running challenge. */
export type RunningDoc = Pick<ChallengeDoc, '_id' | 'paiId' | 'rules' | 'changes' | 'zone'>;

/** Those of all pais that hold a place for running ones, one after the other. */
export const eachRunning = (): AsyncIterable<RunningDoc> => ChallengeModel.find({ slot: { $gte: 0 } }, { paiId: 1, rules: 1, changes: 1, zone: 1 }).lean<RunningDoc>().cursor();

/** The pais with a challenge that runs, or was closed since an instant. */
export const listPaisWithChallenge = (since: Date): Promise<string[]> => ChallengeModel.distinct('paiId', { ...STANDING, $or: [{ slot: { $gte: 0 } }, { closedAt: { $gte: since } }] }).exec();

/** Those that hold a place for running ones. */
export const listRunning = (paiId: string): Promise<ChallengeDoc[]> => ChallengeModel.find({ paiId, slot: { $exists: true } }).lean<ChallengeDoc[]>().exec();

export const listChallengesOf = (userId: string): Promise<ChallengeDoc[]> => ChallengeModel.find({ 'members.userId': userId, ...STANDING }).lean<ChallengeDoc[]>().exec();

/** Stores a new challenge; false when its place, its id or its clientMsgId is taken. */
export async function insertChallenge(challenge: ChallengeDoc): Promise<boolean> {
  try {
    await ChallengeModel.create(challenge);
    return true;
  } catch (error) {
    if (duplicateIndex(error)) return false;
    throw error;
  }
}

/** Changes a challenge where the condition holds; null where it does not. */
export const changeChallenge = (id: string, change: UpdateQuery<ChallengeDoc>, at: Date, condition: QueryFilter<ChallengeDoc> = {}): Promise<ChallengeDoc | null> =>
  ChallengeModel.findOneAndUpdate({ _id: id, ...condition }, { ...change, $inc: { rev: 1 }, $set: { ...change.$set, updatedAt: at } }, { returnDocument: 'after' }).lean<ChallengeDoc>().exec();

/** Ends somebody's part in every challenge of a pai. */
export const leaveAll = async (paiId: string, userId: string, at: Date): Promise<void> => {
  await ChallengeModel.updateMany({ paiId, members: { $elemMatch: { userId, leftAt: null } } }, { $set: { 'members.$.leftAt': at }, $inc: { rev: 1 } });
};

/** Appends an entry; the index that was in the way where there was one. */
export async function insertEntry(entry: EntryDoc): Promise<string | undefined> {
  try {
    await EntryModel.create(entry);
    return undefined;
  } catch (error) {
    const index = duplicateIndex(error);
    if (!index) throw error;
    return index;
  }
}

/** What the ledger needs of an entry. */
export type LedgerLine = Pick<EntryDoc, '_id' | 'n' | 'kind' | 'userId' | 'at' | 'doneAt' | 'day' | 'zone' | 'until' | 'ok' | 'measure'>;
const LINE = { n: 1, kind: 1, userId: 1, at: 1, doneAt: 1, day: 1, zone: 1, until: 1, ok: 1, measure: 1 } as const;

/** Entries after a place, in order. */
export const listLines = (challengeId: string, after: number): Promise<LedgerLine[]> => EntryModel.find({ challengeId, n: { $gt: after } }, LINE).sort({ n: 1 }).lean<LedgerLine[]>().exec();

export const findEntry = (challengeId: string, id: string): Promise<EntryDoc | null> => EntryModel.findOne({ _id: id, challengeId }).lean<EntryDoc>().exec();

export const findEntryOnce = (challengeId: string, by: string, clientMsgId: string): Promise<EntryDoc | null> => EntryModel.findOne({ challengeId, by, clientMsgId }).lean<EntryDoc>().exec();

/** A page of entries before a place, the newest first. */
export const listEntries = (challengeId: string, before: number, limit: number, userId?: string): Promise<EntryDoc[]> =>
  EntryModel.find({ challengeId, n: { $lt: before }, kind: { $ne: 'close' }, ...(userId ? { userId } : {}) })
    .sort({ n: -1 })
    .limit(limit)
    .lean<EntryDoc[]>()
    .exec();

/** Entries somebody wants to be looked at again. */
export const listAppealed = (challengeId: string): Promise<Pick<EntryDoc, 'userId' | 'day' | 'appeal'>[]> => EntryModel.find({ challengeId, 'appeal.at': { $exists: true } }, { userId: 1, day: 1, appeal: 1 }).lean<Pick<EntryDoc, 'userId' | 'day' | 'appeal'>[]>().exec();

/** Adds to what stands beside an entry; null where the condition does not hold. */
export const markEntry = (id: string, change: UpdateQuery<EntryDoc>, condition: QueryFilter<EntryDoc> = {}): Promise<EntryDoc | null> =>
  EntryModel.findOneAndUpdate({ _id: id, ...condition }, change, { returnDocument: 'after' }).lean<EntryDoc>().exec();

/** Takes a file off whatever shows it. */
export const dropFile = async (fileId: string): Promise<void> => {
  await EntryModel.updateMany({ 'file._id': fileId }, { $unset: { file: 1 } });
  await EntryModel.updateMany({ 'added.file._id': fileId }, { $unset: { 'added.$[one].file': 1 } }, { arrayFilters: [{ 'one.file._id': fileId }] });
};

export const removeOfPai = async (paiId: string): Promise<void> => {
  await EntryModel.deleteMany({ paiId });
  await ChallengeModel.deleteMany({ paiId });
};

/** Leaves of somebody's entries the bare lines, and takes their words and reactions off those of others. */
export const blankEntriesOf = async (userId: string): Promise<void> => {
  await EntryModel.updateMany({ userId }, { $unset: { text: 1, amount: 1, place: 1, file: 1, added: 1, advice: 1, look: 1, appeal: 1, reason: 1, measure: 1 } });
  await EntryModel.updateMany({ by: userId }, { $unset: { reason: 1 } });
  await EntryModel.updateMany({ 'reactions.userId': userId }, { $pull: { reactions: { userId } } });
};
