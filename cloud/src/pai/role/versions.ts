import type { RoleBody, RoleVersion } from '@shared/wire/aiRole';
import { removeFile } from '../../file';
import { now } from '../../infra/clock';
import { accessPai } from '../access';
import type { AssistantDoc, PaiDoc } from '../model';
import { facesOf } from '../present';
import type { RoleVersionDoc } from './model';
import { findRole } from './find';
import { presentRole } from './present';
import { dropVersions, keepVersion, listVersions } from './store';

const KEPT = 50;
const SETTINGS = ['name', 'emoji', 'avatarFileId', 'manner', 'skills', 'mode', 'quiet', 'capPercent', 'dailyTokens', 'language', 'digest'] as const satisfies readonly (keyof RoleBody)[];

/** The settings of a role without its identity. */
export const settingsOf = (role: AssistantDoc): RoleBody => Object.fromEntries(SETTINGS.map((key) => [key, role[key]]));

/** Names of the settings two versions of a role differ in. */
export const changedIn = (before: AssistantDoc, after: AssistantDoc): string[] => SETTINGS.filter((key) => JSON.stringify(before[key] ?? null) !== JSON.stringify(after[key] ?? null));

const versionOf = (paiId: string, role: AssistantDoc, by: string, at: Date, changed: string[]): RoleVersionDoc => ({ _id: `${role.id}/${role.version}`, paiId, roleId: role.id, version: role.version, by, at, changed, role });

/** Keeps how a role was and how it is now, and the last versions of it with their pictures. The first version of a pai's first role is the one it was made with. */
export async function record(pai: PaiDoc, by: string, after: AssistantDoc, before?: AssistantDoc): Promise<void> {
  if (before?.version === 1) await keepVersion(versionOf(pai._id, before, pai.ownerId, pai.createdAt, []));
  await keepVersion(versionOf(pai._id, after, by, now(), before ? changedIn(before, after) : []));
  for (const fileId of await dropVersions(after.id, after.version - KEPT)) await removeFile(fileId);
}

/** The last versions of a role, newest first, with who set it so; members may look. */
export async function readVersions(userId: string, paiId: string, roleId: string): Promise<RoleVersion[]> {
  const { pai } = await accessPai(userId, paiId);
  const role = findRole(pai, roleId);
  const kept = await listVersions(paiId, roleId);
  const versions = kept.length > 0 ? kept : [versionOf(paiId, role, pai.ownerId, pai.createdAt, [])];
  const faces = await facesOf([...new Set(versions.map(({ by }) => by))]);
  return versions.map(({ version, by, at, changed, role: set }) => ({ version, by: { id: by, name: faces.get(by)?.name ?? '?' }, at: at.toISOString(), changed, role: presentRole(set, false) }));
}
