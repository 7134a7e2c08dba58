import { findUser } from '../../account';
import { AppError } from '../../errors';
import { claimFile, isFileOf, removeFile, removeFilesUsedBy, unclaimFile } from '../../file';
import { now } from '../../infra/clock';
import { isCheckable, watchPicture } from '../../safety';
import type { AssistantDoc } from '../model';
import { tellChanged } from '../news';
import { pictureFault, type Locale } from './accept';
import { setPictureJudged } from './store';

const useOf = (paiId: string, roleId = ''): string => `role:${paiId}:${roleId}`;

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
  const pai = await setPictureJudged(paiId, roleId, fileId, refused ? now() : undefined);
  if (refused) await removeFile(fileId);
  if (pai) tellChanged(pai);
}

/** Removes the pictures a role had, or all the roles of a pai. */
export const removePictures = (paiId: string, roleId?: string): Promise<void> => removeFilesUsedBy(useOf(paiId, roleId));
