import { duplicateIndex } from '../infra/mongo';
import { SessionModel, UserModel, type SessionDoc, type UserDoc } from './model';

export const findUser = (id: string): Promise<UserDoc | null> => UserModel.findById(id).lean<UserDoc>().exec();
export const findUserByDevice = (device: string): Promise<UserDoc | null> => UserModel.findOne({ device }).lean<UserDoc>().exec();
export const findUserByOpenid = (openid: string): Promise<UserDoc | null> => UserModel.findOne({ 'wechat.openid': openid }).lean<UserDoc>().exec();

/** Users by id, in no order; missing ids are left out. */
export const listUsers = (ids: readonly string[]): Promise<UserDoc[]> => UserModel.find({ _id: { $in: ids } }).lean<UserDoc[]>().exec();
export const listUsersDueForDeletion = (at: Date): Promise<UserDoc[]> => UserModel.find({ deleteAt: { $lte: at } }).limit(100).lean<UserDoc[]>().exec();

/** Stores a new user; false when the device or openid already has one (two first logins at once). */
export async function insertUser(user: UserDoc): Promise<boolean> {
  try {
    await UserModel.create(user);
    return true;
  } catch (error) {
    if (duplicateIndex(error)) return false;
    throw error;
  }
}

export const updateUser = (id: string, change: Record<string, unknown>): Promise<UserDoc | null> =>
  UserModel.findByIdAndUpdate(id, change, { returnDocument: 'after' }).lean<UserDoc>().exec();

/** Takes this face off; null when there is another one by now. */
export const clearAvatar = (id: string, fileId: string): Promise<UserDoc | null> =>
  UserModel.findOneAndUpdate({ _id: id, avatarFileId: fileId }, { $set: { avatarFileId: null } }, { returnDocument: 'after' }).lean<UserDoc>().exec();

export const removeUser = async (id: string): Promise<void> => {
  await UserModel.deleteOne({ _id: id });
};

export const insertSession = async (session: SessionDoc): Promise<void> => {
  await SessionModel.create(session);
};
export const findSession = (id: string): Promise<SessionDoc | null> => SessionModel.findById(id).lean<SessionDoc>().exec();

/** Puts `next` in the place of `current`; false when `current` is not the current one any more. */
export async function rotateSession(id: string, current: string, next: string, expiresAt: Date): Promise<boolean> {
  const changed = await SessionModel.updateOne({ _id: id, current, endedAt: { $exists: false } }, { $set: { current: next, expiresAt } });
  return changed.modifiedCount === 1;
}

export const endSession = async (id: string, at: Date): Promise<void> => {
  await SessionModel.updateOne({ _id: id, endedAt: { $exists: false } }, { $set: { endedAt: at } });
};
export const endSessionsOf = async (userId: string, at: Date): Promise<string[]> => {
  const open = await SessionModel.find({ userId, endedAt: { $exists: false } }, { _id: 1 }).lean().exec();
  await SessionModel.updateMany({ userId, endedAt: { $exists: false } }, { $set: { endedAt: at } });
  return open.map((session) => session._id);
};
export const removeSessionsOf = async (userId: string): Promise<void> => {
  await SessionModel.deleteMany({ userId });
};

/** Which of these sign-ins have ended or are gone. */
export async function listEndedSessions(ids: readonly string[]): Promise<string[]> {
  const open = await SessionModel.find({ _id: { $in: ids }, endedAt: { $exists: false } }, { _id: 1 }).lean().exec();
  const standing = new Set(open.map((session) => session._id));
  return ids.filter((id) => !standing.has(id));
}
