import { tintOf } from '@shared/domain/tint';
import { SPEAK_MODES } from '@shared/wire/aiRole';
import type { CardReply, PaiCard } from '@shared/wire/pai';
import { modelLabel } from '../infra/modelLabel';
import { pictureUrl } from '../infra/files';
import { memberOf } from './access';
import type { PaiDoc } from './model';
import { facesOf } from './present';

const SEATS = 7;

/** What the holder of an invitation sees before joining: of members other than the owner only what they chose to show. */
export async function presentCard(pai: PaiDoc): Promise<PaiCard> {
  const others = pai.members.filter(({ userId }) => userId !== pai.ownerId).slice(0, SEATS - 1);
  const faces = await facesOf([pai.ownerId, ...others.map(({ userId }) => userId)]);
  const owner = faces.get(pai.ownerId);
  const [assistant] = [...pai.assistants].sort((a, b) => SPEAK_MODES.indexOf(b.mode) - SPEAK_MODES.indexOf(a.mode));
  return {
    name: pai.name,
    emoji: pai.emoji,
    ...(pai.coverFileId ? { cover: pictureUrl(pai.coverFileId) } : {}),
    kind: pai.kind,
    intro: pai.intro,
    owner: { name: owner?.name ?? '', ...(owner?.avatar ? { avatar: owner.avatar } : {}), tint: tintOf(pai.ownerId) },
    memberCount: pai.memberCount,
    full: pai.memberCount >= pai.cap,
    seats: others.map(({ userId }) => {
      const face = faces.get(userId);
      return { tint: tintOf(userId), ...(face?.showOnInvites ? { name: face.name, ...(face.avatar ? { avatar: face.avatar } : {}) } : {}) };
    }),
    joinRule: pai.joinRule,
    history: pai.history,
    assistant: { name: assistant?.name ?? '', mode: assistant?.mode ?? 'off', capPercent: assistant?.capPercent ?? 0, model: modelLabel() },
  };
}

/** A card with what its reader is to the pai already. */
export async function cardReply(pai: PaiDoc, userId: string | undefined, expiresAt?: Date): Promise<CardReply> {
  const member = userId !== undefined && memberOf(pai, userId) !== undefined;
  const asked = pai.requests.some((request) => request.userId === userId);
  return {
    card: await presentCard(pai),
    standing: member ? 'member' : asked ? 'asked' : 'none',
    ...(member ? { paiId: pai._id } : {}),
    ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}),
  };
}
