import type { MeBody } from '@shared/wire/account';
import { AppError } from '../errors';
import { claimFile, removeFile } from '../file';
import { Hook } from '../infra/hooks';
import { requireHarmless, watchPicture } from '../safety';
import { acceptNickname } from './login';
import type { UserDoc } from './model';
import { clearAvatar, findUser, updateUser } from './store';

/** A person changed name or face: members see it. */
export const faceChanged = new Hook<{ userId: string; nickname: string }>();

/** The signed-in person's account. Throws `auth/token-invalid` when it is gone. */
export async function accessMe(userId: string): Promise<UserDoc> {
  const user = await findUser(userId);
  if (!user) throw new AppError('auth/token-invalid');
  return user;
}

/** Changes name, face, language or whether the face is shown on invites. */
export async function updateMe(userId: string, body: MeBody, locale: 'zh' | 'en'): Promise<UserDoc> {
  const before = await accessMe(userId);
  const set: Partial<UserDoc> = {};
  if (body.nickname !== undefined) set.nickname = acceptNickname(body.nickname, locale);
  if (set.nickname !== undefined) await requireHarmless(set.nickname, 'nickname', before.wechat?.openid);
  if (body.showOnInvites !== undefined) set.showOnInvites = body.showOnInvites;
  if (body.locale !== undefined) set.locale = body.locale;
  const avatar = body.avatarFileId ? await claimFile(body.avatarFileId, userId, `avatar:${userId}`, 'image') : undefined;
  if (avatar) set.avatarFileId = avatar._id;
  if (body.avatarFileId === null) set.avatarFileId = null;
  const user = (await updateUser(userId, { $set: set })) ?? before;
  if (set.avatarFileId !== undefined && before.avatarFileId && before.avatarFileId !== user.avatarFileId) await removeFile(before.avatarFileId);
  if (avatar) void watchPicture(avatar, before.wechat?.openid);
  if (set.nickname !== undefined || set.avatarFileId !== undefined) await faceChanged.tell({ userId, nickname: user.nickname });
  return user;
}

/** Takes a face away that must not be shown, unless it has been changed since. */
export async function dropAvatar(userId: string, fileId: string): Promise<void> {
  const user = await clearAvatar(userId, fileId);
  if (!user) return;
  await removeFile(fileId);
  await faceChanged.tell({ userId, nickname: user.nickname });
}
