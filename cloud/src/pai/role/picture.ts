import { findUser } from '../../account';
import { AppError } from '../../errors';
import { claimFile, isFileOf, listUsesOf, removeFile, removeFilesUsedBy, unclaimFile } from '../../file';
import { now } from '../../infra/clock';
import { isCheckable, watchPicture } from '../../safety';
import type { AssistantDoc } from '../model';
import { tellChanged } from '../news';
import { pictureFault, type Locale } from './accept';
import { passPicture, pullPicture } from './store';

const USE = 'role:';
const useOf = (paiId: string, roleId = ''): string => `${USE}${paiId}:${roleId}`;

/** A role's picture as it is to be, and what is to be done once that is stored or could not be. */
interface PictureChange {
  set: Pick<AssistantDoc, 'avatarFileId' | 'avatarCheck'>;
  stored(): void;
  failed(): Promise<void>;
}

const SAME: PictureChange = { set: {}, stored: () => undefined, failed: () => Promise.resolve() };

/** Ties a picture to a role: one's own upload, or one this role had before. Throws `request/invalid` when it is neither. */
export async function claimPicture(wanted: string | null | undefined, userId: string, paiId: string, role: AssistantDoc, locale: Locale): Promise<PictureChange> {
  if (wanted === undefined || (wanted !== null && wanted === role.avatarFileId)) return SAME;
  const use = useOf(paiId, role.id);
  if (wanted === null || (await isFileOf(wanted, use))) return { ...SAME, set: { avatarFileId: wanted, avatarCheck: null } };
  const file = await claimFile(wanted, userId, use, 'image').catch((error: unknown) => {
    throw error instanceof AppError ? pictureFault(locale) : error;
  });
  const openid = (await findUser(userId))?.wechat?.openid;
  return {
    set: { avatarFileId: file._id, avatarCheck: isCheckable(file, openid) ? { state: 'pending', at: now() } : null },
    stored: () => void watchPicture(file, openid),
    failed: () => unclaimFile(file._id, userId, use),
  };
}

/** The picture a role had at some version; null when it had none or it was refused since. */
export const findPicture = async (paiId: string, { id, avatarFileId }: AssistantDoc): Promise<string | null> => (avatarFileId && (await isFileOf(avatarFileId, useOf(paiId, id))) ? avatarFileId : null);

/** Takes WeChat's word on a role's picture: a refused one is gone, from earlier versions too. */
export async function settleRolePicture(paiId: string, roleId: string, fileId: string, refused: boolean): Promise<void> {
  const pai = refused ? await pullPicture(paiId, roleId, fileId, { state: 'refused', at: now() }) : await passPicture(paiId, roleId, fileId);
  if (refused) await removeFile(fileId);
  if (pai) tellChanged(pai);
}

/** Takes off the pictures a person gave to roles: they go with the account, also where the pai has another owner by now. */
export async function forgetPictures(userId: string): Promise<void> {
  for (const { id, usedBy } of await listUsesOf(userId, USE)) {
    const [paiId = '', roleId = ''] = usedBy.slice(USE.length).split(':');
    const pai = await pullPicture(paiId, roleId, id);
    if (pai) tellChanged(pai);
  }
}

/** Removes the pictures a role had, or all the roles of a pai. */
export const removePictures = (paiId: string, roleId?: string): Promise<void> => removeFilesUsedBy(useOf(paiId, roleId));
