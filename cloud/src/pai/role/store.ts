import { duplicateIndex } from '../../infra/mongo';
import { PaiModel, type AssistantDoc, type PaiDoc } from '../model';
import { RoleVersionModel, type RoleVersionDoc } from './model';

type Change = Record<string, unknown>;

const change = (filter: Change, update: Change): Promise<PaiDoc | null> => PaiModel.findOneAndUpdate(filter, update, { returnDocument: 'after' }).lean<PaiDoc>().exec();

/** Puts a role in place of its version `expected`; null when somebody changed it meanwhile. */
export const setRole = (paiId: string, role: AssistantDoc, expected: number): Promise<PaiDoc | null> =>
  change({ _id: paiId, assistants: { $elemMatch: { id: role.id, version: expected } } }, { $set: { 'assistants.$': role } });

/** Adds a role while there is room and its name is free; null otherwise. */
export const addRole = (paiId: string, role: AssistantDoc, max: number): Promise<PaiDoc | null> =>
  change({ _id: paiId, 'assistants.name': { $ne: role.name }, [`assistants.${max - 1}`]: { $exists: false } }, { $push: { assistants: role } });

/** Takes a role out unless it is the last one; null then. */
export const pullRole = (paiId: string, roleId: string): Promise<PaiDoc | null> =>
  change({ _id: paiId, 'assistants.id': roleId, 'assistants.1': { $exists: true } }, { $pull: { assistants: { id: roleId } } });

/** Keeps one version; one that is kept already stays as it is. Of a role the last `keep` stay. */
export async function keepVersion(version: RoleVersionDoc, keep: number): Promise<void> {
  try {
    await RoleVersionModel.create(version);
  } catch (error) {
    if (!duplicateIndex(error)) throw error;
  }
  await RoleVersionModel.deleteMany({ roleId: version.roleId, version: { $lte: version.version - keep } });
}

/** Versions of a role, newest first. */
export const listVersions = (paiId: string, roleId: string): Promise<RoleVersionDoc[]> => RoleVersionModel.find({ paiId, roleId }).sort({ version: -1 }).lean<RoleVersionDoc[]>().exec();

/** When one of some settings of a role was last changed; undefined when they are as they were made or that is not kept any more. */
export const findLastChange = async (paiId: string, roleId: string, settings: readonly string[]): Promise<Date | undefined> =>
  (await RoleVersionModel.findOne({ paiId, roleId, changed: { $in: settings } }, { at: 1 }).sort({ version: -1 }).lean<RoleVersionDoc>().exec())?.at;

export const removeVersions = async (paiId: string, roleId?: string): Promise<void> => {
  await RoleVersionModel.deleteMany(roleId === undefined ? { paiId } : { paiId, roleId });
};
