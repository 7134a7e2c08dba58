import { findUser } from '../account';
import { claimFile, removeFile } from '../file';
import { watchPicture } from '../safety';
import { tellChanged } from './news';
import { clearCover } from './store';

/** Makes one's own upload the cover of a pai, and has it looked at. Throws `file/not-found`. */
export async function claimCover(fileId: string, userId: string, paiId: string): Promise<string> {
  const file = await claimFile(fileId, userId, `cover:${paiId}`, 'image');
  void watchPicture(file, (await findUser(userId))?.wechat?.openid);
  return file._id;
}

/** Takes a cover away that must not be shown, unless it has been changed since. */
export async function dropCover(paiId: string, fileId: string): Promise<void> {
  const pai = await clearCover(paiId, fileId);
  if (!pai) return;
  await removeFile(fileId);
  tellChanged(pai);
}
