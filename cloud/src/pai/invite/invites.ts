import { mayDo } from '@shared/domain/role';
import { LIMITS } from '@shared/domain/limits';
import type { CardReply, Invite } from '@shared/wire/pai';
import { publicUrl } from '../../config';
import { AppError } from '../../errors';
import { HOUR, dateAt, now, nowMs } from '../../infra/clock';
import { newId, newToken } from '../../infra/ids';
import { hashToken } from '../../infra/secret';
import { checkPoints, takePoint } from '../../http/rateLimit';
import { accessPai, memberOf } from '../access';
import { cardReply } from '../card';
import { join, requireOpen } from '../join';
import type { InviteDoc, PaiDoc } from '../model';
import { facesOf } from '../present';
import { findPai } from '../store';
import { countOpenInvites, findInvite, findInviteById, giveBackUse, insertInvite, listInvites, revokeInvite, takeUse } from './store';

const DEFAULT_HOURS = 24 * 7;

/** The address people open: the server's own page, so that link previews find its Open Graph tags. */
export const inviteUrl = (token: string): string => `${publicUrl()}/i/${token}`;
export const LANDING_PAGE = 'pages/landing/index';

/** Makes an invitation. Its token is told once; the store keeps a hash. */
export async function createInvite(userId: string, paiId: string, wanted: { maxUses?: number | undefined; hours?: number | undefined }) {
  const { pai } = await accessPai(userId, paiId);
  if (pai.joinRule === 'closed') throw new AppError('pai/closed');
  if ((await countOpenInvites(paiId, now())) >= LIMITS.invitesOpen) throw new AppError('invite/too-many', { params: { max: LIMITS.invitesOpen } });
  const token = newToken();
  const expiresAt = dateAt(nowMs() + (wanted.hours ?? DEFAULT_HOURS) * HOUR);
  const invite: InviteDoc = { _id: newId(), paiId, tokenHash: hashToken(token), createdBy: userId, createdAt: now(), expiresAt, uses: 0, usedBy: [], ...(wanted.maxUses ? { maxUses: wanted.maxUses } : {}) };
  await insertInvite(invite);
  return { id: invite._id, token, url: inviteUrl(token), path: `/${LANDING_PAGE}?t=${token}`, expiresAt: expiresAt.toISOString() };
}

function stateOf(invite: InviteDoc): Invite['state'] {
  if (invite.revokedAt) return 'revoked';
  if (invite.expiresAt <= now()) return 'expired';
  return invite.maxUses !== undefined && invite.uses >= invite.maxUses ? 'used-up' : 'open';
}

/** Everybody sees their own invitations; those who may revoke others' see all. */
export async function listInvitesOf(userId: string, paiId: string): Promise<Invite[]> {
  const { me } = await accessPai(userId, paiId);
  const all = (await listInvites(paiId)).filter((invite) => invite.createdBy === userId || mayDo(me.role, 'revoke-others-invites'));
  const faces = await facesOf(all.map((invite) => invite.createdBy));
  return all.map((invite) => ({
    id: invite._id,
    createdBy: { id: invite.createdBy, name: faces.get(invite.createdBy)?.name ?? '' },
    createdAt: invite.createdAt.toISOString(),
    expiresAt: invite.expiresAt.toISOString(),
    ...(invite.maxUses === undefined ? {} : { maxUses: invite.maxUses }),
    uses: invite.uses,
    state: stateOf(invite),
    mine: invite.createdBy === userId,
  }));
}

/** Withdraws an invitation: one's own, or anybody's with the right to. */
export async function revoke(userId: string, paiId: string, inviteId: string): Promise<void> {
  const { me } = await accessPai(userId, paiId);
  const invite = await findInviteById(paiId, inviteId);
  if (!invite) throw new AppError('invite/unknown');
  if (invite.createdBy !== userId && !mayDo(me.role, 'revoke-others-invites')) throw new AppError('pai/forbidden');
  await revokeInvite(inviteId, now());
}

/** The invitation behind a token and its pai. Wrong tokens cost the address a guess. */
async function openInvite(token: string, ip: string): Promise<{ invite: InviteDoc; pai: PaiDoc | null }> {
  await checkPoints('guess', ip);
  const invite = await findInvite(hashToken(token));
  if (!invite) {
    await takePoint('guess', ip);
    throw new AppError('invite/unknown');
  }
  return { invite, pai: await findPai(invite.paiId) };
}

function requireUsable(invite: InviteDoc, userId: string | undefined): void {
  const state = stateOf(invite);
  if (state === 'revoked') throw new AppError('invite/revoked');
  if (state === 'expired') throw new AppError('invite/expired');
  if (state === 'used-up' && !(userId && invite.usedBy.includes(userId))) throw new AppError('invite/used-up');
}

/** What an invitation's page shows. Reading it never uses it up. Throws the reason why it leads nowhere. */
export async function readInvite(token: string, userId: string | undefined, ip: string): Promise<CardReply> {
  const { invite, pai } = await openInvite(token, ip);
  // Somebody who is in already is let through, whatever has become of the card.
  if (pai && !pai.dissolveAt && userId && memberOf(pai, userId)) return cardReply(pai, userId);
  requireUsable(invite, userId);
  const full = pai !== null && !pai.dissolveAt && pai.memberCount >= pai.cap && !pai.blocked.includes(userId ?? '');
  return cardReply(full && pai ? pai : requireOpen(pai, userId), userId, invite.expiresAt);
}

/** Accepts an invitation: in, or waiting for the owner. */
export async function acceptInvite(token: string, userId: string, ip: string): Promise<{ pai: PaiDoc; pending: boolean }> {
  const { invite, pai } = await openInvite(token, ip);
  if (pai && !pai.dissolveAt && memberOf(pai, userId)) return { pai, pending: false };
  requireUsable(invite, userId);
  const open = requireOpen(pai, userId);
  if (!(await takeUse(invite._id, userId))) throw new AppError('invite/used-up');
  try {
    return await join(open, userId, { via: 'invite', inviterId: invite.createdBy });
  } catch (error) {
    await giveBackUse(invite._id, userId);
    throw error;
  }
}
