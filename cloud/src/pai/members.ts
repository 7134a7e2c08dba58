import { LIMITS } from '@shared/domain/limits';
import { outranks } from '@shared/domain/role';
import { AppError } from '../errors';
import { MINUTE, dateAt, nowMs, now } from '../infra/clock';
import { accessPai, memberOf } from './access';
import { memberLeft } from './hooks';
import { revokeInvitesBy } from './invite/store';
import { paiLog } from './log';
import type { MemberDoc, PaiDoc } from './model';
import { tellLeft, tellPai } from './news';
import { facesOf, presentMember } from './present';
import { countOwnedBy, handOver, pullMember, removePlace, setMember } from './store';

const nameOf = async (userId: string): Promise<string> => (await facesOf([userId])).get(userId)?.name ?? '';

function target(pai: PaiDoc, userId: string): MemberDoc {
  const member = memberOf(pai, userId);
  if (!member) throw new AppError(pai.assistants.some(({ id }) => id === userId) ? 'member/outranked' : 'member/not-found');
  return member;
}

/** Takes somebody out and lets everybody know [P1]: the membership grows a version before the system line gets its seq. */
async function takeOut(paiId: string, userId: string, reason: 'left' | 'removed', block: boolean): Promise<PaiDoc> {
  const pai = await pullMember(paiId, userId, block);
  if (!pai) throw new AppError('member/not-found');
  tellPai(pai, { type: 'member.left', paiId, userId, memberCount: pai.memberCount });
  tellLeft(paiId, userId, reason);
  await revokeInvitesBy(paiId, userId, now());
  await removePlace(paiId, userId);
  await memberLeft.tell({ paiId, userId });
  await paiLog().note(pai, { code: reason === 'left' ? 'member.left' : 'member.removed', names: [await nameOf(userId)] });
  return pai;
}

/** Leaves a pai. The owner hands it on or dissolves it first. */
export async function leavePai(userId: string, paiId: string): Promise<void> {
  const { me } = await accessPai(userId, paiId);
  if (me.role === 'owner') throw new AppError('pai/owner-cannot-leave');
  await takeOut(paiId, userId, 'left', false);
}

/** Removes a member below the caller; `block` keeps them from coming back. */
export async function removeMember(userId: string, paiId: string, memberId: string, block: boolean): Promise<void> {
  const { pai, me } = await accessPai(userId, paiId, 'remove-member');
  if (!outranks(me.role, target(pai, memberId).role)) throw new AppError('member/outranked');
  await takeOut(paiId, memberId, 'removed', block);
}

interface MemberChange {
  role?: 'admin' | 'member' | undefined;
  mutedMinutes?: number | undefined;
}

/** Makes somebody admin or member again (owner), or mutes them for a while (owner and admins, those below them). */
export async function changeMember(userId: string, paiId: string, memberId: string, change: MemberChange): Promise<MemberDoc> {
  const { pai, me } = await accessPai(userId, paiId, change.role === undefined ? 'mute-member' : 'set-role');
  const before = target(pai, memberId);
  if (!outranks(me.role, before.role)) throw new AppError('member/outranked');
  const set: Partial<MemberDoc> = {};
  if (change.role !== undefined) set.role = change.role;
  if (change.mutedMinutes !== undefined) set.mutedUntil = change.mutedMinutes === 0 ? null : dateAt(nowMs() + change.mutedMinutes * MINUTE);
  const after = await setMember(paiId, memberId, set);
  const member = after ? memberOf(after, memberId) : undefined;
  if (!after || !member) throw new AppError('member/not-found');
  tellPai(after, { type: 'member.changed', paiId, member: presentMember(member, (await facesOf([memberId])).get(memberId)) });
  return member;
}

/** Hands the pai to another member; the old owner stays as admin. */
export async function transferPai(userId: string, paiId: string, toId: string): Promise<PaiDoc> {
  const { pai } = await accessPai(userId, paiId, 'transfer');
  if (target(pai, toId).userId === userId) return pai;
  if ((await countOwnedBy(toId)) >= LIMITS.paisOwned) throw new AppError('pai/owned-limit', { field: 'userId', params: { max: LIMITS.paisOwned } });
  const after = await handOver(paiId, userId, toId);
  if (!after) throw new AppError('member/not-found', { field: 'userId' });
  tellPai(after, { type: 'pai.changed', paiId });
  await paiLog().note(after, { code: 'owner.changed', names: [await nameOf(userId), await nameOf(toId)] });
  return after;
}

/** A deleted account leaves everywhere; what it owned goes to the longest-serving admin, else member. True: nobody was left. */
export async function withdraw(pai: PaiDoc, userId: string): Promise<boolean> {
  if (pai.ownerId !== userId) {
    await takeOut(pai._id, userId, 'left', false);
    return false;
  }
  const rank = { owner: 2, admin: 0, member: 1 };
  const [heir] = pai.members.filter((member) => member.userId !== userId).sort((a, b) => rank[a.role] - rank[b.role] || a.joinedAt.getTime() - b.joinedAt.getTime());
  if (!heir) return true;
  await handOver(pai._id, userId, heir.userId);
  await takeOut(pai._id, userId, 'left', false);
  return false;
}
