import type { AiRole } from '@shared/wire/aiRole';
import { MINUTE, nowMs } from '../../infra/clock';
import { pictureUrl } from '../../infra/files';
import type { AssistantDoc } from '../model';

/** WeChat answers within half an hour; after that no word comes. */
const CHECK_WAIT = 35 * MINUTE;

/** The link to a role's picture. Only for members, and for operators who judge what was said. */
export const presentPicture = ({ avatarFileId }: Pick<AssistantDoc, 'avatarFileId'>): { avatar?: string } => (avatarFileId ? { avatar: pictureUrl(avatarFileId) } : {});

/** A role as members see it; how its picture fares is for whoever may change it. */
export function presentRole({ avatarFileId, avatarCheck, ...role }: AssistantDoc, mayEdit: boolean): AiRole {
  const isOver = avatarCheck?.state === 'pending' && nowMs() - avatarCheck.at.getTime() > CHECK_WAIT;
  return { ...role, ...presentPicture({ avatarFileId }), ...(mayEdit && avatarCheck && !isOver ? { avatarCheck: avatarCheck.state } : {}) };
}
