import { FileModel, type FileDoc } from './model';

export const findFile = (id: string): Promise<FileDoc | null> => FileModel.findById(id).lean<FileDoc>().exec();

export const insertFile = async (file: FileDoc): Promise<void> => {
  await FileModel.create(file);
};

/** Ties an unused file of `ownerId` to what it is for; null when it is not theirs, of another kind or already used elsewhere. */
export const claimFile = (id: string, ownerId: string, usedBy: string, kind: FileDoc['kind'] | undefined): Promise<FileDoc | null> =>
  FileModel.findOneAndUpdate({ _id: id, ownerId, ...(kind ? { kind } : {}), $or: [{ usedBy: { $exists: false } }, { usedBy }] }, { $set: { usedBy } }, { returnDocument: 'after' })
    .lean<FileDoc>()
    .exec();

/** Unties a file from what it was meant for. */
export const unclaimFile = async (id: string, ownerId: string, usedBy: string): Promise<void> => {
  await FileModel.updateOne({ _id: id, ownerId, usedBy }, { $unset: { usedBy: 1 } });
};

/** Whether a file is there and tied to this use. */
export const isFileOf = async (id: string, usedBy: string): Promise<boolean> => (await FileModel.exists({ _id: id, usedBy })) !== null;

/** Ids of the files of every use that begins so. */
export const listFilesUsedBy = async (prefix: string): Promise<string[]> => {
  const files = await FileModel.find({ usedBy: { $gte: prefix, $lt: `${prefix}\uffff` } }, { _id: 1 }).lean().exec();
  return files.map((file) => file._id);
};

/** What somebody's files are tied to, of the uses that begin so. */
export const listUsesOf = async (ownerId: string, prefix: string): Promise<{ id: string; usedBy: string }[]> => {
  const files = await FileModel.find({ ownerId }, { usedBy: 1 }).lean().exec();
  return files.flatMap(({ _id, usedBy }) => (usedBy?.startsWith(prefix) ? [{ id: _id, usedBy }] : []));
};

export const removeFileDoc = async (id: string): Promise<void> => {
  await FileModel.deleteOne({ _id: id });
};

export const listUnusedSince = async (before: Date): Promise<string[]> => {
  const files = await FileModel.find({ usedBy: { $exists: false }, createdAt: { $lt: before } }, { _id: 1 }).limit(200).lean().exec();
  return files.map((file) => file._id);
};

export const listFilesOf = async (ownerId: string): Promise<string[]> => {
  const files = await FileModel.find({ ownerId }, { _id: 1 }).lean().exec();
  return files.map((file) => file._id);
};
