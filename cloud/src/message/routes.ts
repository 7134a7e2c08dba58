import { z } from 'zod';
import { LIMITS } from '@shared/domain/limits';
import { MENTION_ALL } from '@shared/domain/mention';
import { Id, OK, Ok } from '@shared/wire/base';
import * as wire from '@shared/wire/message';
import { dateAt } from '../infra/clock';
import { route, userOf, type Route } from '../http/route';
import { accessPai, findPlace } from '../pai';
import { editMessage, pin, react, unreact } from './change';
import { readPage } from './history';
import { presentTo } from './present';
import { markRead } from './read';
import { recallMessage } from './recall';
import { reportMessage } from './report';
import { searchMessages } from './search';
import { sendMessage } from './send';
import { listMentions, listPinned } from './store';

const InPai = z.object({ paiId: Id });
const AtSeq = z.object({ paiId: Id, seq: z.coerce.number().int().positive().max(1e11) });
const WithEmoji = AtSeq.extend({ emoji: wire.Emoji });

const log: Route[] = [
  route({ method: 'get', path: '/pais/:paiId/messages', summary: 'A page of the log, ascending; the newest without after, before or around', right: 'member', params: InPai, query: wire.PageQuery, reply: wire.PageReply }, (input) =>
    readPage(userOf(input), input.params.paiId, input.query),
  ),
  route({ method: 'post', path: '/pais/:paiId/messages', summary: 'Send a message: 201, or 200 when this clientMsgId was sent before [L2]', right: 'member', bucket: 'send', params: InPai, body: wire.SendBody, reply: wire.MessageReply, status: 201 }, async (input) => {
    const { doc, repeat } = await sendMessage(userOf(input), input.params.paiId, input.body);
    if (repeat) input.status(200);
    return { message: presentTo(userOf(input))(doc) };
  }),
  route({ method: 'patch', path: '/pais/:paiId/messages/:seq', summary: 'Edit my text message within 15 minutes', right: 'member', params: AtSeq, body: wire.EditBody, reply: wire.MessageReply }, async (input) => ({
    message: presentTo(userOf(input))(await editMessage(userOf(input), input.params.paiId, input.params.seq, input.body)),
  })),
  route({ method: 'delete', path: '/pais/:paiId/messages/:seq', summary: 'Recall: mine within 5 minutes, any as owner or admin', right: 'member', params: AtSeq, reply: wire.MessageReply }, async (input) => ({
    message: presentTo(userOf(input))(await recallMessage(userOf(input), input.params.paiId, input.params.seq)),
  })),
];

const marks: Route[] = [
  route({ method: 'put', path: '/pais/:paiId/messages/:seq/reactions/:emoji', summary: 'React', right: 'member', params: WithEmoji, reply: wire.MessageReply }, async (input) => ({
    message: presentTo(userOf(input))(await react(userOf(input), input.params.paiId, input.params.seq, input.params.emoji)),
  })),
  route({ method: 'delete', path: '/pais/:paiId/messages/:seq/reactions/:emoji', summary: 'Take my reaction back', right: 'member', params: WithEmoji, reply: wire.MessageReply }, async (input) => ({
    message: presentTo(userOf(input))(await unreact(userOf(input), input.params.paiId, input.params.seq, input.params.emoji)),
  })),
  route({ method: 'put', path: '/pais/:paiId/messages/:seq/pin', summary: 'Pin for everybody', right: 'admin', params: AtSeq, reply: wire.MessageReply }, async (input) => ({
    message: presentTo(userOf(input))(await pin(userOf(input), input.params.paiId, input.params.seq, true)),
  })),
  route({ method: 'delete', path: '/pais/:paiId/messages/:seq/pin', summary: 'Unpin', right: 'admin', params: AtSeq, reply: wire.MessageReply }, async (input) => ({
    message: presentTo(userOf(input))(await pin(userOf(input), input.params.paiId, input.params.seq, false)),
  })),
  route({ method: 'get', path: '/pais/:paiId/pins', summary: 'Pinned messages, latest pin first', right: 'member', params: InPai, reply: z.object({ messages: z.array(wire.Message) }) }, async (input) => {
    const { me, pai } = await accessPai(userOf(input), input.params.paiId);
    const pinned = await listPinned(pai._id, LIMITS.pins);
    return { messages: pinned.filter((message) => message.seq >= me.fromSeq).map(presentTo(userOf(input))) };
  }),
  route({ method: 'post', path: '/pais/:paiId/messages/:seq/report', summary: 'Report to the operators', right: 'member', params: AtSeq, body: wire.ReportBody, reply: Ok }, async (input) => {
    await reportMessage(userOf(input), input.params.paiId, input.params.seq, input.body);
    return OK;
  }),
];

const reading: Route[] = [
  route({ method: 'post', path: '/pais/:paiId/read', summary: 'How far I have read; it only goes up', right: 'member', params: InPai, body: wire.ReadBody, reply: wire.ReadReply }, (input) =>
    markRead(userOf(input), input.params.paiId, input.body.seq),
  ),
  route({ method: 'get', path: '/pais/:paiId/mentions', summary: 'Unread messages that mention me', right: 'member', params: InPai, reply: wire.MentionsReply }, async (input) => {
    const userId = userOf(input);
    const { me, pai } = await accessPai(userId, input.params.paiId);
    const place = await findPlace(pai._id, userId);
    return { seqs: await listMentions(pai._id, [userId, MENTION_ALL], userId, Math.max(place.readSeq, me.fromSeq - 1), 50) };
  }),
  route({ method: 'get', path: '/search', summary: 'Search messages in one pai or in all of mine', right: 'user', bucket: 'search', query: wire.SearchQuery, reply: wire.SearchReply }, async (input) => {
    const { before, ...query } = input.query;
    return { hits: await searchMessages(userOf(input), { ...query, before: before === undefined ? undefined : dateAt(Date.parse(before)) }) };
  }),
];

export const messageRoutes: Route[] = [...log, ...marks, ...reading];
