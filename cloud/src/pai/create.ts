import { KIND_PRESETS, type PaiKind } from '@shared/domain/kind';
import { LIMITS } from '@shared/domain/limits';
import { paiNameFault } from '@shared/domain/name';
import { cleanLine } from '@shared/domain/text';
import { Emoji } from '@shared/wire/message';
import { findUser } from '../account';
import { config } from '../config';
import { AppError } from '../errors';
import { now } from '../infra/clock';
import { newId, newPaiNumber } from '../infra/ids';
import { requireHarmless } from '../safety';
import { claimCover } from './cover';
import { paiLog } from './log';
import type { PaiDoc } from './model';
import { tellJoined } from './news';
import { newRole } from './role/templates';
import { countOwnedBy, countPaisOf, insertPai } from './store';

type Locale = 'zh' | 'en';

const NAME_FAULTS = { zh: { empty: '不能为空', 'too-long': '最多 20 个字', reserved: '不能用' }, en: { empty: 'must not be empty', 'too-long': 'can have at most 20 characters', reserved: 'cannot be used' } };

/** A pai's name as it may be kept. */
export function acceptPaiName(name: string, locale: Locale): string {
  const fault = paiNameFault(name);
  if (fault) throw new AppError('request/invalid', { field: 'name', params: { field: 'name', why: NAME_FAULTS[locale][fault] } });
  return cleanLine(name);
}

/** One emoji for a cover. */
export function acceptEmoji(emoji: string, locale: Locale): string {
  if (Emoji.safeParse(emoji).success) return emoji;
  throw new AppError('request/invalid', { field: 'emoji', params: { field: 'emoji', why: locale === 'zh' ? '要是一个表情' : 'must be one emoji' } });
}

/** Throws when the person owns or is in too many pais. */
export async function requireRoomFor(userId: string, owning: boolean): Promise<void> {
  if (owning && (await countOwnedBy(userId)) >= LIMITS.paisOwned) throw new AppError('pai/owned-limit', { params: { max: LIMITS.paisOwned } });
  if ((await countPaisOf(userId)) >= LIMITS.paisJoined) throw new AppError('pai/joined-limit', { params: { max: LIMITS.paisJoined } });
}

interface NewPai {
  name: string;
  emoji?: string | undefined;
  kind?: PaiKind | undefined;
  coverFileId?: string | undefined;
}

/** Creates a pai with its AI member, which speaks when called. Throws `pai/owned-limit`, `pai/joined-limit`, `request/invalid`. */
export async function createPai(userId: string, wanted: NewPai, locale: Locale): Promise<PaiDoc> {
  const name = acceptPaiName(wanted.name, locale);
  const kind = wanted.kind ?? 'friends';
  const preset = KIND_PRESETS[kind];
  const emoji = wanted.emoji ? acceptEmoji(wanted.emoji, locale) : preset.emoji;
  await requireRoomFor(userId, true);
  const owner = await findUser(userId);
  await requireHarmless(name, 'name', owner?.wechat?.openid);
  const at = now();
  const pai: PaiDoc = {
    _id: newId(),
    number: newPaiNumber(),
    name,
    emoji,
    kind,
    intro: preset.intro[locale],
    ownerId: userId,
    members: [{ userId, role: 'owner', joinedAt: at, fromSeq: 1 }],
    memberCount: 1,
    membership: 1,
    joinRule: 'link',
    history: 'week',
    cap: config().PAI_CAP,
    muteAll: false,
    assistants: [newRole('general', locale, { manner: preset.manner[locale] })],
    requests: [],
    blocked: [],
    createdAt: at,
  };
  if (wanted.coverFileId) pai.coverFileId = await claimCover(wanted.coverFileId, userId, pai._id);
  while (!(await insertPai(pai))) pai.number = newPaiNumber();
  await paiLog().note(pai, { code: 'pai.created', names: [owner?.nickname ?? '', name] });
  tellJoined(pai._id, userId);
  return pai;
}
