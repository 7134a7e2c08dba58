import { duplicateIndex } from '../infra/mongo';
import { MessageModel, ReportModel, messageKey, type MessageDoc, type ReportDoc } from './model';

const WITHOUT_GRAMS = { grams: 0 } as const;

/** How an ordered insert ended: how many went in, and what stopped it. */
export interface InsertResult {
  inserted: number;
  stopped?: { by: 'position' | 'repeat' } | { by: 'error'; error: unknown };
}

/** Inserts in order, stopping at the first that cannot go in: positions never have holes [L1]. */
export async function insertMessages(docs: MessageDoc[]): Promise<InsertResult> {
  try {
    await MessageModel.collection.insertMany(docs as never[], { ordered: true, writeConcern: { w: 'majority', journal: true } });
    return { inserted: docs.length };
  } catch (error) {
    const index = duplicateIndex(error);
    const inserted = (error as { result?: { insertedCount?: number } }).result?.insertedCount ?? 0;
    if (index === undefined) return { inserted: 0, stopped: { by: 'error', error } };
    return { inserted, stopped: { by: index.startsWith('once') ? 'repeat' : 'position' } };
  }
}

/** The head as the primary has it now, majority-committed or not: the next position must lie behind it. */
export async function readHead(paiId: string): Promise<number> {
  const last = await MessageModel.findOne({ _id: { $gt: messageKey(paiId, 0), $lt: `${paiId};` } }, { seq: 1 })
    .sort({ _id: -1 })
    .readConcern('local')
    .lean()
    .exec();
  return last?.seq ?? 0;
}

/** Heads of many pais in one read. */
export async function readHeads(paiIds: readonly string[]): Promise<Map<string, number>> {
  const rows: { _id: string; head: number }[] = await MessageModel.db.aggregate([
    { $documents: paiIds.map((id) => ({ _id: id, low: messageKey(id, 0), high: `${id};` })) },
    {
      $lookup: {
        from: 'messages',
        let: { low: '$low', high: '$high' },
        pipeline: [{ $match: { $expr: { $and: [{ $gt: ['$_id', '$$low'] }, { $lt: ['$_id', '$$high'] }] } } }, { $sort: { _id: -1 } }, { $limit: 1 }, { $project: { seq: 1 } }],
        as: 'last',
      },
    },
    { $project: { head: { $ifNull: [{ $first: '$last.seq' }, 0] } } },
  ]);
  return new Map(rows.map((row) => [row._id, row.head]));
}

export const findMessage = (paiId: string, seq: number): Promise<MessageDoc | null> => MessageModel.findById(messageKey(paiId, seq), WITHOUT_GRAMS).lean<MessageDoc>().exec();

export const findByClientMsgId = (paiId: string, senderId: string, clientMsgId: string): Promise<MessageDoc | null> =>
  MessageModel.findOne({ paiId, senderId, clientMsgId }, WITHOUT_GRAMS).readConcern('local').lean<MessageDoc>().exec();

/** Of some sends, those that are stored, majority-committed or not. */
export const listSent = (paiId: string, sends: readonly Pick<MessageDoc, 'senderId' | 'clientMsgId'>[]): Promise<MessageDoc[]> =>
  MessageModel.find({ $or: sends.map(({ senderId, clientMsgId }) => ({ paiId, senderId, clientMsgId })) }, WITHOUT_GRAMS)
    .readConcern('local')
    .lean<MessageDoc[]>()
    .exec();

/** Messages with after < seq ≤ upTo, ascending, at most `limit`. */
export const listAfter = (paiId: string, after: number, limit: number, upTo = 1e12 - 1): Promise<MessageDoc[]> =>
  MessageModel.find({ _id: { $gt: messageKey(paiId, after), $lte: messageKey(paiId, upTo) } }, WITHOUT_GRAMS)
    .sort({ _id: 1 })
    .limit(limit)
    .lean<MessageDoc[]>()
    .exec();

/** The last `limit` messages with from ≤ seq < before, ascending. */
export async function listBefore(paiId: string, before: number, from: number, limit: number): Promise<MessageDoc[]> {
  const newestFirst = await MessageModel.find({ _id: { $gte: messageKey(paiId, from), $lt: messageKey(paiId, before) } }, WITHOUT_GRAMS)
    .sort({ _id: -1 })
    .limit(limit)
    .lean<MessageDoc[]>()
    .exec();
  return newestFirst.reverse();
}

export async function firstSeqSince(paiId: string, at: Date): Promise<number | undefined> {
  const first = await MessageModel.findOne({ paiId, sentAt: { $gte: at } }, { seq: 1 }).sort({ sentAt: 1 }).lean().exec();
  return first?.seq;
}

/** The last position before another at which a person said something; 0 when there is none. */
export async function lastOwnBefore(paiId: string, senderId: string, before: number): Promise<number> {
  const last = await MessageModel.findOne({ _id: { $gt: messageKey(paiId, 0), $lt: messageKey(paiId, before) }, senderId }, { seq: 1 })
    .sort({ _id: -1 })
    .lean()
    .exec();
  return last?.seq ?? 0;
}

export const listChangedSince = (paiIds: readonly string[], since: Date): Promise<MessageDoc[]> =>
  MessageModel.find({ paiId: { $in: paiIds }, changedAt: { $gt: since } }, WITHOUT_GRAMS).sort({ changedAt: 1 }).limit(2000).lean<MessageDoc[]>().exec();

/** Whether one of the messages from ≤ seq ≤ to was changed after an instant of the store's clock. */
export const changedSince = async (paiId: string, from: number, to: number, since: Date): Promise<boolean> =>
  (await MessageModel.exists({ paiId, changedAt: { $gt: since }, seq: { $gte: from, $lte: to } })) !== null;

/** All positions from…to, ascending, recalled messages too. */
export const listBetween = (paiId: string, from: number, to: number): Promise<MessageDoc[]> => listAfter(paiId, from - 1, to - from + 1, to);

/** How many messages of people with from ≤ seq ≤ to stand. */
export const countTalk = (paiId: string, from: number, to: number): Promise<number> =>
  MessageModel.countDocuments({ _id: { $gte: messageKey(paiId, from), $lte: messageKey(paiId, to) }, senderKind: 'user', recalledAt: { $exists: false } }).exec();

/** How many messages of some people with from ≤ seq ≤ to stand. */
export const countBy = (paiId: string, senderIds: readonly string[], from: number, to: number): Promise<number> =>
  MessageModel.countDocuments({ _id: { $gte: messageKey(paiId, from), $lte: messageKey(paiId, to) }, senderId: { $in: senderIds }, recalledAt: { $exists: false } }).exec();

export const listBySeqs = (paiId: string, seqs: readonly number[]): Promise<MessageDoc[]> =>
  MessageModel.find({ _id: { $in: seqs.map((seq) => messageKey(paiId, seq)) } }, WITHOUT_GRAMS).sort({ _id: 1 }).lean<MessageDoc[]>().exec();

export const listPinned = (paiId: string, limit: number): Promise<MessageDoc[]> =>
  MessageModel.find({ paiId, pinnedAt: { $type: 'date' } }, WITHOUT_GRAMS).sort({ pinnedAt: -1 }).limit(limit).lean<MessageDoc[]>().exec();

export const listQuoting = (paiId: string, seq: number): Promise<MessageDoc[]> => MessageModel.find({ paiId, 'replyTo.seq': seq, seq: { $gt: seq }, 'replyTo.gone': false }, WITHOUT_GRAMS).lean<MessageDoc[]>().exec();
export const listCiting = (paiId: string, seq: number): Promise<MessageDoc[]> => MessageModel.find({ paiId, senderKind: 'ai', seq: { $gt: seq }, 'sources.seq': seq }, WITHOUT_GRAMS).lean<MessageDoc[]>().exec();

type Change = Record<string, unknown>;

/**
 * Changes one message under a condition; null when it does not hold. Every change raises `rev` and takes the time of
 * the store's clock, so that catch-ups of all nodes agree on what came after.
 */
export const changeMessage = (paiId: string, seq: number, change: Change, condition: Change = {}): Promise<MessageDoc | null> =>
  MessageModel.findOneAndUpdate(
    { _id: messageKey(paiId, seq), ...condition },
    { ...change, $inc: { rev: 1 }, $currentDate: { changedAt: true } },
    { returnDocument: 'after', projection: WITHOUT_GRAMS },
  )
    .lean<MessageDoc>()
    .exec();

/** Notes something about a message that no reader sees: its `rev` stays. */
export const markMessage = async ({ _id }: Pick<MessageDoc, '_id'>, mark: Change): Promise<void> => {
  await MessageModel.updateOne({ _id }, mark);
};

/** Messages about whose safety something is left to do, the oldest first. */
export const listUnattended = (before: Date): Promise<MessageDoc[]> => MessageModel.find({ attend: true, sentAt: { $lt: before } }, WITHOUT_GRAMS).sort({ sentAt: 1 }).limit(500).lean<MessageDoc[]>().exec();

/** The message whose file WeChat judges under an id. */
export const findByTrace = (traceId: string): Promise<MessageDoc | null> => MessageModel.findOne({ 'held.traceId': traceId }, WITHOUT_GRAMS).lean<MessageDoc>().exec();

export const clearHeed = async (paiId: string, seqs: readonly number[]): Promise<void> => {
  await MessageModel.updateMany({ _id: { $in: seqs.map((seq) => messageKey(paiId, seq)) } }, { $unset: { heed: 1 } });
};
export const listUnheeded = (before: Date): Promise<MessageDoc[]> => MessageModel.find({ heed: true, sentAt: { $lt: before } }, WITHOUT_GRAMS).sort({ sentAt: 1 }).limit(200).lean<MessageDoc[]>().exec();

export const listUnsettled = (before: Date): Promise<MessageDoc[]> => MessageModel.find({ unsettled: true, changedAt: { $lt: before } }, WITHOUT_GRAMS).limit(500).lean<MessageDoc[]>().exec();

/** How many messages after `readSeq` wait for a reader, counted up to 100: not their own, no system lines, none recalled. */
export async function countUnread(paiId: string, userId: string, readSeq: number, hideAi: boolean): Promise<number> {
  return MessageModel.countDocuments({
    _id: { $gt: messageKey(paiId, readSeq), $lt: `${paiId};` },
    senderId: { $ne: userId },
    senderKind: hideAi ? 'user' : { $in: ['user', 'ai'] },
    recalledAt: { $exists: false },
    held: { $exists: false },
  })
    .limit(100)
    .exec();
}

/** Positions after `after` that mention a person or everybody, ascending. */
export async function listMentions(paiId: string, names: readonly string[], userId: string, after: number, limit: number): Promise<number[]> {
  const found = await MessageModel.find({ paiId, mentions: { $in: names }, seq: { $gt: after }, senderId: { $ne: userId }, recalledAt: { $exists: false } }, { seq: 1 })
    .sort({ seq: 1 })
    .limit(limit)
    .lean()
    .exec();
  return found.map((message) => message.seq);
}

interface GramQuery {
  /** Where to look, and from which position on. */
  readable: readonly { paiId: string; fromSeq: number }[];
  grams: readonly string[];
  /** `all`: every gram stands in the message. */
  need: 'all' | 'any';
  before?: Date | undefined;
}

/* The bound belongs into the query: taken off its result, what a reader may not see would crowd out what they may. */
function within(readable: GramQuery['readable']): Change[] {
  const whole = readable.filter(({ fromSeq }) => fromSeq <= 1).map(({ paiId }) => paiId);
  const later = readable.filter(({ fromSeq }) => fromSeq > 1).map(({ paiId, fromSeq }) => ({ paiId, seq: { $gte: fromSeq } }));
  return whole.length > 0 ? [{ paiId: { $in: whole } }, ...later] : later;
}

/** Newest messages that hold the grams. */
export const listByGramsIn = ({ readable, grams, need, before }: GramQuery, limit: number): Promise<MessageDoc[]> =>
  MessageModel.find({ $or: within(readable), recalledAt: { $exists: false }, grams: need === 'all' ? { $all: grams } : { $in: grams }, ...(before ? { sentAt: { $lt: before } } : {}) }, WITHOUT_GRAMS)
    .sort({ sentAt: -1 })
    .limit(limit)
    .lean<MessageDoc[]>()
    .exec();

export const listFileIds = async (paiId: string, senderId?: string): Promise<string[]> => {
  const holds = { $or: [{ 'file._id': { $exists: true } }, { 'held.content.file._id': { $exists: true } }] };
  const found = await MessageModel.find({ paiId, ...holds, ...(senderId ? { senderId } : {}) }, { 'file._id': 1, 'held.content.file._id': 1 }).lean<MessageDoc[]>().exec();
  return found.flatMap(({ file, held }) => file?._id ?? held?.content.file?._id ?? []);
};

export const removeMessages = async (paiId: string): Promise<void> => {
  await MessageModel.deleteMany({ paiId });
  await ReportModel.deleteMany({ paiId });
};

export const listSeqsOf = async (paiId: string, senderId: string): Promise<number[]> => {
  const found = await MessageModel.find({ paiId, senderId, recalledAt: { $exists: false } }, { seq: 1 }).lean().exec();
  return found.map((message) => message.seq);
};

/** Takes a person's name off everything said or quoted in a pai. */
export const renameSender = async (paiId: string, senderId: string, name: string): Promise<void> => {
  await MessageModel.updateMany({ paiId, senderId }, { $set: { senderName: name } });
  await MessageModel.updateMany({ paiId, 'replyTo.senderId': senderId }, { $set: { 'replyTo.senderName': name } });
};

/** Keeps a report; reporting the same message again changes the first one. */
export const upsertReport = async (report: ReportDoc): Promise<void> => {
  const { _id, paiId, seq, by, ...rest } = report;
  await ReportModel.updateOne({ paiId, seq, by }, { $set: rest, $setOnInsert: { _id } }, { upsert: true });
};

/** How much one sender said. Characters are code points. */
export interface VoiceRow {
  senderId: string;
  kind: 'user' | 'ai';
  messages: number;
  characters: number;
}

/** How much each sender said in a pai since an instant; nothing of system lines and recalled messages. */
export async function listVoicesSince(paiId: string, at: Date): Promise<VoiceRow[]> {
  const rows: { _id: { senderId: string; kind: 'user' | 'ai' }; messages: number; characters: number }[] = await MessageModel.aggregate([
    { $match: { paiId, sentAt: { $gte: at }, senderKind: { $ne: 'system' }, recalledAt: { $exists: false } } },
    { $group: { _id: { senderId: '$senderId', kind: '$senderKind' }, messages: { $sum: 1 }, characters: { $sum: { $strLenCP: '$text' } } } },
  ]);
  return rows.map(({ _id, messages, characters }) => ({ ..._id, messages, characters }));
}
