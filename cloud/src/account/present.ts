import type { User } from '@shared/wire/account';
import { pictureUrl } from '../infra/files';
import type { UserDoc } from './model';

/** The account as its own person sees it. */
export const presentUser = (user: UserDoc): User => ({
  id: user._id,
  nickname: user.nickname,
  ...(user.avatarFileId ? { avatar: pictureUrl(user.avatarFileId) } : {}),
  guest: !user.wechat,
  showOnInvites: user.showOnInvites,
  locale: user.locale,
  createdAt: user.createdAt.toISOString(),
  ...(user.deleteAt ? { deleteAt: user.deleteAt.toISOString() } : {}),
});

/** What others see of a person: name and face. */
export interface Face {
  id: string;
  name: string;
  avatar?: string;
  showOnInvites: boolean;
}

export const presentFace = (user: UserDoc): Face => ({
  id: user._id,
  name: user.nickname,
  ...(user.avatarFileId ? { avatar: pictureUrl(user.avatarFileId, 'thumb') } : {}),
  showOnInvites: user.showOnInvites,
});
