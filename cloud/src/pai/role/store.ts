import { duplicateIndex } from '../../infra/mongo';
import { PaiModel, type AssistantDoc, type PaiDoc } from '../model';
import { RoleVersionModel, type RoleVersionDoc } from './model';

type Change = Record<string, unknown>;

const change = (filter: Change, update: Change): Promise<PaiDoc | null> => PaiModel.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean<PaiDoc>().exec();

/** Puts a role in place of the one read `before`; null when somebody changed it meanwhile, or its picture was refused. */
export const setRole = (paiId: string, role: AssistantDoc, before: AssistantDoc): Promise<PaiDoc | null> =>
  change({ _id: paiId, assistants: { $elemMatch: { id: role.id, version: before.version, avatarFileId: before.avatarFileId ?? null } } }, { $set: { 'assistants.$': role } });

const withPicture = (paiId: string, roleId: string, fileId: string): Change => ({ _id: paiId, assistants: { $elemMatch: { id: roleId, avatarFileId: fileId } } });

/** Notes that a role's picture has passed its check. Null when the role has another by now. */
export const passPicture = (paiId: string, roleId: string, fileId: string): Promise<PaiDoc | null> => change(withPicture(paiId, roleId, fileId), { $set: { 'assistants.$.avatarCheck': null } });

/** Takes a role's picture off, with what its owner is to know of it. Null when the role has another by now. */
export const pullPicture = (paiId: string, roleId: string, fileId: string, check: AssistantDoc['avatarCheck'] = null): Promise<PaiDoc | null> =>
  change(withPicture(paiId, roleId, fileId), { $set: { 'assistants.$.avatarFileId': null, 'assistants.$.avatarCheck': check } });

/** Adds a role while there is room and its name is free; null otherwise. */
export const addRole = (paiId: string, role: AssistantDoc, max: number): Promise<PaiDoc | null> =>
  change({ _id: paiId, 'assistants.name': { $ne: role.name }, [`assistants.${max - 1}`]: { $exists: false } }, { $push: { assistants: role } });

/** Takes a role out unless it is the last one; null then. */
export const pullRole = (paiId: string, roleId: string): Promise<PaiDoc | null> =>
  change({ _id: paiId, 'assistants.id': roleId, 'assistants.1': { $exists: true } }, { $pull: { assistants: { id: roleId } } });

/** Pais with a role that opens topics. */
export const listPaisWithHost = (): Promise<PaiDoc[]> => PaiModel.find({ 'assistants.mode': 'host', dissolveAt: null }).lean<PaiDoc[]>().exec();

/** Keeps one version; one that is kept already stays as it is. */
export async function keepVersion(version: RoleVersionDoc): Promise<void> {
  try {
    await RoleVersionModel.create(version);
  } catch (error) {
    if (!duplicateIndex(error)) throw error;
  }
}

/** Forgets the versions of a role up to `last`; the pictures that no version left has. */
export async function dropVersions(roleId: string, last: number): Promise<string[]> {
  const old = { roleId, version: { $lte: last } };
  const had = await RoleVersionModel.distinct('role.avatarFileId', old).exec();
  await RoleVersionModel.deleteMany(old);
  const kept = had.length > 0 ? await RoleVersionModel.distinct('role.avatarFileId', { roleId }).exec() : [];
  return had.filter((id): id is string => typeof id === 'string' && !kept.includes(id));
}

/** Versions of a role, newest first. */
export const listVersions = (paiId: string, roleId: string): Promise<RoleVersionDoc[]> => RoleVersionModel.find({ paiId, roleId }).sort({ version: -1 }).lean<RoleVersionDoc[]>().exec();

/** When one of some settings of a role was last changed; undefined when they are as they were made or that is not kept any more. */
export const findLastChange = async (paiId: string, roleId: string, settings: readonly string[]): Promise<Date | undefined> =>
  (await RoleVersionModel.findOne({ paiId, roleId, changed: { $in: settings } }, { at: 1 }).sort({ version: -1 }).lean<RoleVersionDoc>().exec())?.at;

export const removeVersions = async (paiId: string, roleId?: string): Promise<void> => {
  await RoleVersionModel.deleteMany(roleId === undefined ? { paiId } : { paiId, roleId });
};
