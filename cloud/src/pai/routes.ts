import { z } from 'zod';
import { Id, OK, Ok } from '@shared/wire/base';
import * as wire from '@shared/wire/pai';
import { route, userOf, type Route } from '../http/route';
import { listPresent } from '../realtime';
import { accessDissolved, accessPai } from './access';
import { createPai } from './create';
import { dissolvePai, restorePai } from './dissolve';
import { changeMember, leavePai, removeMember, transferPai } from './members';
import { setMine } from './mine';
import { joinByNumber, readNumber } from './number';
import { facesOf, presentMember, presentMembers, presentPai, presentPais } from './present';
import { decideRequest, listBlocked, listRequests, unblock } from './requests';
import { updateSettings } from './settings';
import { listPaisOf } from './store';

const InPai = z.object({ paiId: Id });
const OfMember = z.object({ paiId: Id, userId: Id });

const pais: Route[] = [
  route({ method: 'post', path: '/pais', summary: 'Create a pai', right: 'user', body: wire.CreatePaiBody, reply: wire.PaiReply, status: 201 }, async (input) => {
    const pai = await createPai(userOf(input), input.body, input.locale);
    return { pai: await presentPai(pai, userOf(input)) };
  }),
  route({ method: 'get', path: '/pais', summary: 'Pais I am in; dissolved ones only for their owner', right: 'user', reply: wire.PaisReply }, async (input) => {
    const userId = userOf(input);
    const mine = (await listPaisOf(userId)).filter((pai) => !pai.dissolveAt || pai.ownerId === userId);
    return { pais: await presentPais(mine, userId) };
  }),
  route({ method: 'post', path: '/pais/join', summary: 'Ask to join by 派号', right: 'user', body: wire.JoinByNumberBody, reply: wire.AcceptReply }, async (input) => {
    const { pai, pending } = await joinByNumber(input.body.number, userOf(input));
    return pending ? { pending } : { pending, pai: await presentPai(pai, userOf(input)) };
  }),
  route({ method: 'get', path: '/numbers/:number', summary: 'The card behind a 派号', right: 'user', params: wire.JoinByNumberBody, reply: wire.CardReply }, (input) => readNumber(input.params.number, userOf(input))),
  route({ method: 'get', path: '/pais/:paiId', summary: 'One pai', right: 'member', params: InPai, reply: wire.PaiReply }, async (input) => {
    const { pai } = await accessPai(userOf(input), input.params.paiId);
    return { pai: await presentPai(pai, userOf(input)) };
  }),
  route({ method: 'patch', path: '/pais/:paiId', summary: 'Change settings', right: 'admin', params: InPai, body: wire.PaiSettingsBody, reply: wire.PaiReply }, async (input) => {
    const pai = await updateSettings(userOf(input), input.params.paiId, input.body, input.locale);
    return { pai: await presentPai(pai, userOf(input)) };
  }),
  route({ method: 'patch', path: '/pais/:paiId/mine', summary: 'Change what is mine alone: do-not-disturb, pin, AI', right: 'member', params: InPai, body: wire.MineBody, reply: wire.PaiReply }, async (input) => {
    const pai = await setMine(userOf(input), input.params.paiId, input.body);
    return { pai: await presentPai(pai, userOf(input)) };
  }),
  route({ method: 'post', path: '/pais/:paiId/leave', summary: 'Leave', right: 'member', params: InPai, body: z.object({}), reply: Ok }, async (input) => {
    await leavePai(userOf(input), input.params.paiId);
    return OK;
  }),
  route({ method: 'post', path: '/pais/:paiId/transfer', summary: 'Hand the pai to another member', right: 'owner', params: InPai, body: wire.TransferBody, reply: wire.PaiReply }, async (input) => {
    const pai = await transferPai(userOf(input), input.params.paiId, input.body.userId);
    return { pai: await presentPai(pai, userOf(input)) };
  }),
  route({ method: 'post', path: '/pais/:paiId/dissolve', summary: 'Dissolve; 7 days to take it back', right: 'owner', params: InPai, body: z.object({}), reply: wire.PaiReply }, async (input) => {
    const pai = await dissolvePai(userOf(input), input.params.paiId);
    return { pai: await presentPai(pai, userOf(input)) };
  }),
  route({ method: 'post', path: '/pais/:paiId/restore', summary: 'Take a dissolution back', right: 'owner', params: InPai, body: z.object({}), reply: wire.PaiReply }, async (input) => {
    await accessDissolved(userOf(input), input.params.paiId);
    const pai = await restorePai(userOf(input), input.params.paiId);
    return { pai: await presentPai(pai, userOf(input)) };
  }),
];

const members: Route[] = [
  route({ method: 'get', path: '/pais/:paiId/members', summary: 'Members, the AI members last', right: 'member', params: InPai, reply: wire.MembersReply }, async (input) => {
    const { pai } = await accessPai(userOf(input), input.params.paiId);
    return { members: await presentMembers(pai, await listPresent(pai._id)) };
  }),
  route({ method: 'patch', path: '/pais/:paiId/members/:userId', summary: 'Make admin or member; mute for a while', right: 'admin', params: OfMember, body: wire.MemberBody, reply: z.object({ member: wire.Member }) }, async (input) => {
    const { paiId, userId } = input.params;
    const member = await changeMember(userOf(input), paiId, userId, input.body);
    return { member: presentMember(member, (await facesOf([userId])).get(userId)) };
  }),
  route({ method: 'delete', path: '/pais/:paiId/members/:userId', summary: 'Remove a member, and keep them out with block=1', right: 'admin', params: OfMember, query: wire.RemoveQuery, reply: Ok }, async (input) => {
    await removeMember(userOf(input), input.params.paiId, input.params.userId, input.query.block === 1);
    return OK;
  }),
  route({ method: 'get', path: '/pais/:paiId/requests', summary: 'Open wishes to join', right: 'admin', params: InPai, reply: wire.ApplicantsReply }, async (input) => ({ requests: await listRequests(userOf(input), input.params.paiId) })),
  route({ method: 'post', path: '/pais/:paiId/requests/:userId', summary: 'Let an applicant in or not', right: 'admin', params: OfMember, body: wire.DecideBody, reply: Ok }, async (input) => {
    await decideRequest(userOf(input), input.params.paiId, input.params.userId, input.body.approve);
    return OK;
  }),
  route({ method: 'get', path: '/pais/:paiId/blocked', summary: 'People kept out', right: 'admin', params: InPai, reply: wire.BlockedReply }, async (input) => ({ blocked: await listBlocked(userOf(input), input.params.paiId) })),
  route({ method: 'delete', path: '/pais/:paiId/blocked/:userId', summary: 'Let somebody come back', right: 'admin', params: OfMember, reply: Ok }, async (input) => {
    await unblock(userOf(input), input.params.paiId, input.params.userId);
    return OK;
  }),
];

export const paiRoutes: Route[] = [...pais, ...members];
