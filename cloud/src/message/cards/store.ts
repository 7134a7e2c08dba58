import { MessageModel, messageKey, type MessageDoc } from '../model';

const WITHOUT_GRAMS = { grams: 0 } as const;
const standing = { recalledAt: { $exists: false } } as const;

/** Cards that wait or of which something is still to come, oldest first. */
export const listLiveCards = (paiId: string): Promise<MessageDoc[]> => MessageModel.find({ paiId, 'card.live': true, ...standing }, WITHOUT_GRAMS).sort({ _id: 1 }).lean<MessageDoc[]>().exec();

export const listLiveCardIds = (paiId: string): Promise<string[]> => MessageModel.distinct('card.id', { paiId, 'card.live': true, ...standing }).exec() as Promise<string[]>;

/** Cards of all pais that somebody has to look at, the longest due first. */
export const listDueCards = (at: Date, limit: number): Promise<MessageDoc[]> =>
  MessageModel.find({ 'card.dueAt': { $lte: at }, $or: [{ 'card.heldUntil': { $exists: false } }, { 'card.heldUntil': { $lt: at } }] }, WITHOUT_GRAMS)
    .sort({ 'card.dueAt': 1 })
    .limit(limit)
    .lean<MessageDoc[]>()
    .exec();

/** Takes a due card; null when another worker has it or it is due no more. Readers see nothing of it. */
export const holdCard = (paiId: string, seq: number, dueAt: Date, at: Date, until: Date): Promise<MessageDoc | null> =>
  MessageModel.findOneAndUpdate(
    { _id: messageKey(paiId, seq), 'card.dueAt': dueAt, ...standing, $or: [{ 'card.heldUntil': { $exists: false } }, { 'card.heldUntil': { $lt: at } }] },
    { $set: { 'card.heldUntil': until } },
    { returnDocument: 'after', projection: WITHOUT_GRAMS },
  )
    .lean<MessageDoc>()
    .exec();

/** Messages whose card was understood from another one. */
export const listCardsFrom = (paiId: string, seq: number): Promise<MessageDoc[]> => MessageModel.find({ paiId, 'card.rows.seq': seq, ...standing }, WITHOUT_GRAMS).lean<MessageDoc[]>().exec();

/** Running polls somebody voted in, in one pai. */
export const listPollsOf = async (paiId: string, userId: string): Promise<MessageDoc[]> => (await listLiveCards(paiId)).filter(({ card }) => card?.ballots?.[userId] !== undefined);

/** Takes a deleted account's votes and name off every card. */
export const forgetOnCards = async (userId: string, name: string): Promise<void> => {
  await MessageModel.updateMany({ 'card.by.id': userId }, { $set: { 'card.by.name': name } });
  await MessageModel.collection.updateMany({ 'card.act.reminder.to': userId }, { $set: { 'card.rows.$[who].value': name }, $pull: { 'card.act.reminder.to': userId } as never }, { arrayFilters: [{ 'who.field': 'who' }] });
  await MessageModel.updateMany({ [`card.ballots.${userId}`]: { $exists: true } }, { $unset: { [`card.ballots.${userId}`]: 1 } });
};
