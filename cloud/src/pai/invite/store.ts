import { InviteModel, type InviteDoc } from '../model';

export const insertInvite = async (invite: InviteDoc): Promise<void> => {
  await InviteModel.create(invite);
};
export const findInvite = (tokenHash: string): Promise<InviteDoc | null> => InviteModel.findOne({ tokenHash }).lean<InviteDoc>().exec();
export const listInvites = (paiId: string): Promise<InviteDoc[]> => InviteModel.find({ paiId }).sort({ createdAt: -1 }).limit(100).lean<InviteDoc[]>().exec();
export const findInviteById = (paiId: string, id: string): Promise<InviteDoc | null> => InviteModel.findOne({ _id: id, paiId }).lean<InviteDoc>().exec();
const USES_LEFT = { $or: [{ maxUses: { $exists: false } }, { $expr: { $lt: ['$uses', '$maxUses'] } }] };

export const countOpenInvites = (paiId: string, at: Date): Promise<number> => InviteModel.countDocuments({ paiId, expiresAt: { $gt: at }, revokedAt: { $exists: false }, ...USES_LEFT }).exec();

export const revokeInvite = async (id: string, at: Date): Promise<void> => {
  await InviteModel.updateOne({ _id: id, revokedAt: { $exists: false } }, { $set: { revokedAt: at } });
};
export const revokeInvitesBy = async (paiId: string, userId: string, at: Date): Promise<void> => {
  await InviteModel.updateMany({ paiId, createdBy: userId, revokedAt: { $exists: false } }, { $set: { revokedAt: at } });
};

/** Takes one use for a person, once; false when none is left. */
export async function takeUse(id: string, userId: string): Promise<boolean> {
  const taken = await InviteModel.updateOne(
    { _id: id, usedBy: { $ne: userId }, ...USES_LEFT },
    { $inc: { uses: 1 }, $addToSet: { usedBy: userId } },
  );
  if (taken.modifiedCount === 1) return true;
  return (await InviteModel.countDocuments({ _id: id, usedBy: userId })) === 1;
}

/** Gives a use back when the joining did not come about. */
export const giveBackUse = async (id: string, userId: string): Promise<void> => {
  await InviteModel.updateOne({ _id: id, usedBy: userId }, { $inc: { uses: -1 }, $pull: { usedBy: userId } });
};
/** Gives back what a person took of a pai's invitations: the wish to join was turned down. */
export const giveBackUses = async (paiId: string, userId: string): Promise<void> => {
  await InviteModel.updateMany({ paiId, usedBy: userId }, { $inc: { uses: -1 }, $pull: { usedBy: userId } });
};
export const removeInvites = async (paiId: string): Promise<void> => {
  await InviteModel.deleteMany({ paiId });
};
