import { LIMITS } from '@shared/domain/limits';
import { sameName } from '@shared/domain/name';
import type { RoleBody, RoleSettings, RoleTemplate } from '@shared/wire/aiRole';
import type { SystemNote } from '@shared/wire/message';
import { AppError } from '../../errors';
import { Hook } from '../../infra/hooks';
import { requireHarmless } from '../../safety';
import { accessPai } from '../access';
import { paiLog } from '../log';
import type { AssistantDoc, PaiDoc } from '../model';
import { tellChanged } from '../news';
import { facesOf } from '../present';
import { acceptSettings, type Locale, type Taken } from './accept';
import { findRole } from './find';
import { claimPicture, findPicture, removePictures } from './picture';
import { addRole, listVersions, pullRole, removeVersions, setRole } from './store';
import { newRole } from './templates';
import { record, settingsOf } from './versions';

/** An AI role is set otherwise, or gone. Told before the change is answered: what listens may end running turns first [A1]. */
export const roleChanged = new Hook<{ pai: PaiDoc; roleId: string; role: AssistantDoc | undefined }>();

const nameOf = async (userId: string): Promise<string> => (await facesOf([userId])).get(userId)?.name ?? '';

/** Names a role may not have: those of the people here and of the other roles. */
async function takenIn(pai: PaiDoc, roleId?: string): Promise<Taken> {
  const faces = await facesOf(pai.members.map(({ userId }) => userId));
  return { people: [...faces.values()].map(({ name }) => name), roles: pai.assistants.filter(({ id }) => id !== roleId).map(({ name }) => name) };
}

/** Everybody should know when an AI may speak: a line in the log says so. */
async function tell(pai: PaiDoc, userId: string, role: AssistantDoc, code: SystemNote['code'] | undefined): Promise<void> {
  tellChanged(pai);
  if (code) await paiLog().note(pai, { code, names: [await nameOf(userId), role.name] });
}

/** What is to be changed of a role but its picture, as it may be kept. Throws like acceptSettings(), and `text/unsafe`. */
async function accepted({ avatarFileId: _, ...body }: RoleBody, pai: PaiDoc, roleId: string, locale: Locale): Promise<Partial<RoleSettings>> {
  const change = acceptSettings(body, await takenIn(pai, roleId), locale);
  for (const field of ['name', 'manner'] as const) if (change[field]) await requireHarmless(change[field], field);
  return change;
}

/** A role of mine as it would be with a change that is not made. Throws like changeRole(). */
export async function draftRole(userId: string, paiId: string, roleId: string, body: RoleBody, locale: Locale): Promise<{ pai: PaiDoc; role: AssistantDoc }> {
  const { pai } = await accessPai(userId, paiId, 'set-ai');
  const role = findRole(pai, roleId);
  return { pai, role: { ...role, ...(await accepted(body, pai, roleId, locale)) } };
}

async function put(userId: string, pai: PaiDoc, before: AssistantDoc, body: RoleBody, locale: Locale): Promise<AssistantDoc> {
  const change = await accepted(body, pai, before.id, locale);
  const picture = await claimPicture(body.avatarFileId, userId, pai._id, before, locale);
  const after = await setRole(pai._id, { ...before, ...change, ...picture.set, version: before.version + 1 }, before);
  if (!after) {
    await picture.failed();
    throw new AppError('role/changed-meanwhile');
  }
  picture.stored();
  const role = findRole(after, before.id);
  await record(after, userId, role, before);
  await roleChanged.tell({ pai: after, roleId: role.id, role });
  await tell(after, userId, role, role.mode === before.mode ? undefined : `ai.${role.mode}`);
  return role;
}

/** Changes an AI role, at once. Throws `pai/…`, `role/…`, `request/invalid`. */
export async function changeRole(userId: string, paiId: string, roleId: string, body: RoleBody, locale: Locale): Promise<AssistantDoc> {
  const { pai } = await accessPai(userId, paiId, 'set-ai');
  return put(userId, pai, findRole(pai, roleId), body, locale);
}

/** Sets a role as it was at an earlier version, as a new version; without one, as it was before the last change. */
export async function undoRole(userId: string, paiId: string, roleId: string, version: number | undefined, locale: Locale): Promise<AssistantDoc> {
  const { pai } = await accessPai(userId, paiId, 'set-ai');
  const current = findRole(pai, roleId);
  const target = (await listVersions(paiId, roleId)).find((kept) => (version === undefined ? kept.version < current.version : kept.version === version));
  if (!target) throw new AppError('role/nothing-to-undo');
  return put(userId, pai, current, { ...settingsOf(target.role), avatarFileId: await findPicture(paiId, target.role) }, locale);
}

/** A template's name, numbered where the pai has one of that name already. */
function freeName(name: string, { people, roles }: Taken): string {
  const taken = [...people, ...roles];
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name.slice(0, LIMITS.roleNameGraphemes - 1)}${n}`;
    if (!taken.some((other) => sameName(other, candidate))) return candidate;
  }
}

/** Adds an AI role made from a template; it speaks when called. Throws `pai/…`, `role/too-many`. */
export async function createRole(userId: string, paiId: string, template: RoleTemplate, locale: Locale): Promise<AssistantDoc> {
  const { pai } = await accessPai(userId, paiId, 'set-ai');
  const made = newRole(template, locale);
  const role = { ...made, name: freeName(made.name, await takenIn(pai)) };
  const after = await addRole(paiId, role, LIMITS.aiRoles);
  if (!after) throw pai.assistants.length < LIMITS.aiRoles ? new AppError('role/changed-meanwhile') : new AppError('role/too-many', { params: { max: LIMITS.aiRoles } });
  await record(after, userId, role);
  await tell(after, userId, role, 'ai.added');
  return role;
}

/** Removes an AI role for good; what it said stays. One always stays. Throws `pai/…`, `role/not-found`, `role/last`. */
export async function removeRole(userId: string, paiId: string, roleId: string): Promise<void> {
  const { pai } = await accessPai(userId, paiId, 'set-ai');
  const role = findRole(pai, roleId);
  const after = await pullRole(paiId, roleId);
  if (!after) throw new AppError('role/last');
  await roleChanged.tell({ pai: after, roleId, role: undefined });
  await removeVersions(paiId, roleId);
  await removePictures(paiId, roleId);
  await tell(after, userId, role, 'ai.removed');
}
