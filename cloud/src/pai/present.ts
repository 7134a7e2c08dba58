import type { Member, Pai } from '@shared/wire/pai';
import type { Face } from '../account';
import { pictureUrl } from '../infra/files';
import { currentEpoch } from '../infra/mongo';
import { nowMs } from '../infra/clock';
import { mayDo } from '@shared/domain/role';
import { presentFace, listUsers } from '../account';
import { memberOf } from './access';
import { paiLog, type Glance } from './log';
import type { MemberDoc, PaiDoc, PlaceDoc } from './model';
import { presentPicture } from './role/present';
import { findPlace, listPlacesOf, freshPlace } from './store';

const mutedUntil = (member: MemberDoc): { mutedUntil?: string } =>
  member.mutedUntil && member.mutedUntil.getTime() > nowMs() ? { mutedUntil: member.mutedUntil.toISOString() } : {};

function shared(pai: PaiDoc): Omit<Pai, 'mine' | 'last' | 'headSeq' | 'requestCount'> {
  return {
    id: pai._id,
    number: pai.number,
    name: pai.name,
    emoji: pai.emoji,
    ...(pai.coverFileId ? { cover: pictureUrl(pai.coverFileId) } : {}),
    kind: pai.kind,
    intro: pai.intro,
    ...(pai.announcement ? { announcement: { ...pai.announcement, at: pai.announcement.at.toISOString() } } : {}),
    ownerId: pai.ownerId,
    memberCount: pai.memberCount,
    cap: pai.cap,
    joinRule: pai.joinRule,
    history: pai.history,
    muteAll: pai.muteAll,
    assistants: pai.assistants.map((role) => ({ id: role.id, name: role.name, emoji: role.emoji, ...presentPicture(role), mode: role.mode, skills: role.skills })),
    ...(pai.dissolveAt ? { dissolveAt: pai.dissolveAt.toISOString() } : {}),
    createdAt: pai.createdAt.toISOString(),
    epoch: currentEpoch(),
  };
}

function present(pai: PaiDoc, me: MemberDoc, place: PlaceDoc, glance: Glance | undefined): Pai {
  const { muted, pinned, hideAi, aiMayRead, readSeq, consentAt } = place;
  const headSeq = glance?.headSeq ?? 0;
  return {
    ...shared(pai),
    ...(mayDo(me.role, 'decide-requests') ? { requestCount: pai.requests.length } : {}),
    headSeq,
    mine: {
      role: me.role,
      fromSeq: me.fromSeq,
      readSeq: Math.max(readSeq, me.fromSeq - 1),
      unread: glance?.unread ?? 0,
      ...(glance?.mentionSeq === undefined ? {} : { mentionSeq: glance.mentionSeq }),
      muted,
      pinned,
      hideAi,
      aiMayRead,
      ...(consentAt ? { consentAt: consentAt.toISOString() } : {}),
      ...mutedUntil(me),
    },
    ...(glance?.last ? { last: glance.last } : {}),
  };
}

/** Pais as one of their members sees them; pais the person is not in are left out. */
export async function presentPais(pais: readonly PaiDoc[], userId: string): Promise<Pai[]> {
  const places = pais.length === 1 && pais[0] ? new Map([[pais[0]._id, await findPlace(pais[0]._id, userId)]]) : await listPlacesOf(userId);
  const mine = pais.flatMap((pai) => {
    const me = memberOf(pai, userId);
    return me ? [{ pai, me, place: places.get(pai._id) ?? freshPlace(pai._id, userId) }] : [];
  });
  const at = mine.map(({ pai, me, place }) => ({ paiId: pai._id, fromSeq: me.fromSeq, readSeq: Math.max(place.readSeq, me.fromSeq - 1), hideAi: place.hideAi }));
  const glances = await paiLog().glance(userId, at);
  return mine.map(({ pai, me, place }) => present(pai, me, place, glances.get(pai._id)));
}

export async function presentPai(pai: PaiDoc, userId: string): Promise<Pai> {
  const [presented] = await presentPais([pai], userId);
  if (!presented) throw new Error('a pai was presented to somebody who is not in it');
  return presented;
}

export const presentMember = (member: MemberDoc, face: Face | undefined): Member => ({
  id: member.userId,
  name: face?.name ?? '?',
  role: member.role,
  kind: 'user',
  ...(face?.avatar ? { avatar: face.avatar } : {}),
  joinedAt: member.joinedAt.toISOString(),
  ...mutedUntil(member),
});

/** Faces by user id. */
export async function facesOf(ids: readonly string[]): Promise<Map<string, Face>> {
  const users = await listUsers(ids);
  return new Map(users.map((user) => [user._id, presentFace(user)]));
}

/** Owner, admins, members in order of joining; then the AI members. */
export async function presentMembers(pai: PaiDoc, present: readonly string[]): Promise<Member[]> {
  const faces = await facesOf(pai.members.map(({ userId }) => userId));
  const order = { owner: 0, admin: 1, member: 2 };
  const people = [...pai.members].sort((a, b) => order[a.role] - order[b.role] || a.joinedAt.getTime() - b.joinedAt.getTime());
  return [
    ...people.map((member) => ({ ...presentMember(member, faces.get(member.userId)), online: present.includes(member.userId) })),
    ...pai.assistants.map((role): Member => ({ id: role.id, name: role.name, ...presentPicture(role), role: 'ai', kind: 'ai' })),
  ];
}
