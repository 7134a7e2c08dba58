import { z } from 'zod';
import { Id, OK, Ok } from '@shared/wire/base';
import * as wire from '@shared/wire/pai';
import { config } from '../../config';
import { AppError } from '../../errors';
import { Binary, route, userOf, type Route } from '../../http/route';
import { pictureType, wechat } from '../../infra/wechat';
import { presentPai } from '../present';
import { LANDING_PAGE, acceptInvite, createInvite, listInvitesOf, readInvite, revoke } from './invites';

const Token = z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{1,32}$/) });

/** The mini-program code of an invitation; for its members only, and only while it leads somewhere. */
async function drawCode(token: string, userId: string, ip: string): Promise<Binary> {
  const { standing } = await readInvite(token, userId, ip);
  if (standing !== 'member') throw new AppError('invite/unknown');
  const client = wechat();
  if (!client) throw new AppError('auth/wechat-off');
  try {
    const picture = await client.unlimitedCode({ scene: token, page: LANDING_PAGE, envVersion: config().WECHAT_ENV_VERSION });
    return new Binary(picture, pictureType(picture) ?? 'application/octet-stream', { 'Cache-Control': 'private, max-age=3600' });
  } catch (cause) {
    throw new AppError('invite/code-unavailable', { cause });
  }
}

export const inviteRoutes: Route[] = [
  route({ method: 'post', path: '/pais/:paiId/invites', summary: 'Make an invitation; the token is told once', right: 'member', params: z.object({ paiId: Id }), body: wire.InviteBody, reply: wire.InviteCreated, status: 201 }, (input) =>
    createInvite(userOf(input), input.params.paiId, input.body),
  ),
  route({ method: 'get', path: '/pais/:paiId/invites', summary: 'My invitations; all for the owner and admins', right: 'member', params: z.object({ paiId: Id }), reply: wire.InvitesReply }, async (input) => ({
    invites: await listInvitesOf(userOf(input), input.params.paiId),
  })),
  route({ method: 'delete', path: '/pais/:paiId/invites/:inviteId', summary: 'Withdraw an invitation', right: 'member', params: z.object({ paiId: Id, inviteId: Id }), reply: Ok }, async (input) => {
    await revoke(userOf(input), input.params.paiId, input.params.inviteId);
    return OK;
  }),
  route({ method: 'get', path: '/invites/:token', summary: 'The card of an invitation, before signing in', right: 'anyone', params: Token, reply: wire.CardReply }, (input) =>
    readInvite(input.params.token, input.caller?.userId, input.ip),
  ),
  route({ method: 'post', path: '/invites/:token/accept', summary: 'Join', right: 'user', params: Token, body: z.object({}), reply: wire.AcceptReply }, async (input) => {
    const { pai, pending } = await acceptInvite(input.params.token, userOf(input), input.ip);
    return pending ? { pending } : { pending, pai: await presentPai(pai, userOf(input)) };
  }),
  route({ method: 'get', path: '/invites/:token/code', summary: 'The mini-program code of an invitation (PNG)', right: 'user', params: Token }, (input) => drawCode(input.params.token, userOf(input), input.ip)),
];
