import { DUPLICATE_KEY, duplicateIndex } from '../../infra/mongo';
import { ChallengeModel, EntryModel, type ChallengeDoc, type EntryDoc } from '../model';
import { CreditModel, NoticeModel, ReminderModel, type CreditDoc, type NoticeDoc, type ReminderDoc } from './model';

export const findReminders = (userId: string): Promise<ReminderDoc | null> => ReminderModel.findById(userId).lean<ReminderDoc>().exec();

export const listHeld = (holder: string): Promise<ReminderDoc[]> => ReminderModel.find({ holder }).lean<ReminderDoc[]>().exec();

/** People a worker should look at, those that wait longest first. */
export const listWaking = async (at: Date, limit: number): Promise<string[]> => (await ReminderModel.find({ wakeAt: { $lte: at } }, { _id: 1 }).sort({ wakeAt: 1 }).limit(limit).lean().exec()).map(({ _id }) => _id);

/** Takes those of some people nobody has taken in the meantime. */
export const holdReminders = async (userIds: readonly string[], at: Date, holder: string, until: Date): Promise<ReminderDoc[]> => {
  await ReminderModel.updateMany({ _id: { $in: userIds }, wakeAt: { $lte: at } }, { $set: { wakeAt: until, holder } });
  return listHeld(holder);
};

/** The document as `after` says, where it is still that of `rev`; the fields that are absent go. */
function replacing({ _id, rev, ...rest }: ReminderDoc): { filter: object; update: object } {
  const gone = (['dueAt', 'wakeAt', 'holder'] as const).filter((key) => rest[key] === undefined);
  return { filter: { _id, rev }, update: { $set: { ...rest, rev: rev + 1 }, ...(gone.length > 0 ? { $unset: Object.fromEntries(gone.map((key) => [key, 1])) } : {}) } };
}

/** Stores a change of what was read; false when somebody else has changed it since. */
export async function replaceReminders(after: ReminderDoc, isNew: boolean): Promise<boolean> {
  if (!isNew) {
    const { filter, update } = replacing(after);
    return (await ReminderModel.updateOne(filter, update)).matchedCount === 1;
  }
  try {
    await ReminderModel.create(after);
    return true;
  } catch (error) {
    if (duplicateIndex(error)) return false;
    throw error;
  }
}

/** Gives back what a worker holds, as it left it; what somebody has changed since stays held. */
export const releaseReminders = async (holder: string, left: readonly ReminderDoc[]): Promise<void> => {
  const writes = left.map(replacing).map(({ filter, update }) => ({ updateOne: { filter: { ...filter, holder }, update } }));
  if (writes.length > 0) await ReminderModel.bulkWrite(writes, { ordered: false });
};

export const listNotices = (ids: readonly string[]): Promise<NoticeDoc[]> => NoticeModel.find({ _id: { $in: ids } }).lean<NoticeDoc[]>().exec();

/** What somebody was last told about a day of a challenge. */
export const findNotice = (userId: string, challengeId: string, day: string): Promise<NoticeDoc | null> =>
  NoticeModel.findOne({ userId, about: { $elemMatch: { challengeId, day } } }).sort({ at: -1 }).lean<NoticeDoc>().exec();

interface BulkError {
  code?: number;
  writeErrors?: { code: number; index: number }[];
}

/** Stores what is not there yet; the keys of those that were not. */
async function insertNew<T extends { _id: string }>(docs: readonly T[], insert: (docs: never[]) => Promise<unknown>): Promise<Set<string>> {
  const stored = new Set(docs.map(({ _id }) => _id));
  if (docs.length === 0) return stored;
  try {
    await insert(docs as never[]);
  } catch (error) {
    const { code, writeErrors = [] } = error as BulkError;
    if (code !== DUPLICATE_KEY || writeErrors.some((one) => one.code !== DUPLICATE_KEY)) throw error;
    for (const { index } of writeErrors) stored.delete(docs[index]?._id ?? '');
  }
  return stored;
}

const STRONG = { ordered: false, writeConcern: { w: 'majority', journal: true } } as const;
export const insertNotices = (notices: readonly NoticeDoc[]): Promise<Set<string>> => insertNew(notices, (docs) => NoticeModel.collection.insertMany(docs, STRONG));
export const insertCredits = (lines: readonly CreditDoc[]): Promise<Set<string>> => insertNew(lines, (docs) => CreditModel.collection.insertMany(docs, STRONG));

/** Notes what became of notices. */
export const endNotices = async (ended: readonly Pick<NoticeDoc, '_id' | 'by' | 'why'>[], sentAt: Date): Promise<void> => {
  const writes = ended.map(({ _id, by, why }) => ({ updateOne: { filter: { _id }, update: { $set: { state: 'sent' as const, by, sentAt, ...(why ? { why } : {}) } } } }));
  if (writes.length > 0) await NoticeModel.bulkWrite(writes, { ordered: false });
};

/** How many messages each has left. */
export const sumCredits = async (userIds: readonly string[]): Promise<Map<string, number>> => {
  const sums = await CreditModel.aggregate<{ _id: string; left: number }>([{ $match: { userId: { $in: userIds } } }, { $group: { _id: '$userId', left: { $sum: '$change' } } }]);
  return new Map(sums.map(({ _id, left }) => [_id, Math.max(0, left)]));
};

export const listChallengesById = (ids: readonly string[]): Promise<ChallengeDoc[]> => ChallengeModel.find({ _id: { $in: ids }, undoneAt: { $exists: false } }).lean<ChallengeDoc[]>().exec();

/** Forgets everything about somebody whose account is gone. */
export const forgetReminders = async (userId: string): Promise<void> => {
  await ReminderModel.deleteOne({ _id: userId });
  await NoticeModel.deleteMany({ userId });
  await CreditModel.deleteMany({ userId });
};

/** Which entries something new is held against: those before one, or all but one. */
export type Others = { before: string } | { but: string };

/** Entries a new one is held against; older ones are left in peace. */
const COMPARED = 1000;

const idIn = (others: Others): object => ('before' in others ? { $lt: others.before } : { $ne: others.but });

/** What the pictures of a challenge look like, the newest first. */
export const listLooks = (challengeId: string, others: Others): Promise<Pick<EntryDoc, '_id' | 'look'>[]> =>
  EntryModel.find({ challengeId, _id: idIn(others), look: { $exists: true } }, { look: 1 }).sort({ n: -1 }).limit(COMPARED).lean<Pick<EntryDoc, '_id' | 'look'>[]>().exec();

/** Entries of a challenge in which something was written, at once or later, the newest first. */
export const listTexts = (challengeId: string, others: Others): Promise<EntryDoc[]> =>
  EntryModel.find({ challengeId, _id: idIn(others), $or: [{ text: { $exists: true } }, { 'added.text': { $exists: true } }] }, { text: 1, added: 1 }).sort({ n: -1 }).limit(COMPARED).lean<EntryDoc[]>().exec();

/** What was written about some days, in order. */
export const listEntriesOfDays = (challengeId: string, from: string, to: string): Promise<Pick<EntryDoc, '_id' | 'kind' | 'userId' | 'day' | 'amount'>[]> =>
  EntryModel.find({ challengeId, day: { $gte: from, $lte: to } }, { kind: 1, userId: 1, day: 1, amount: 1 }).sort({ n: 1 }).lean<EntryDoc[]>().exec();
