import { z } from 'zod';
import { Id } from '@shared/wire/base';
import * as wire from '@shared/wire/card';
import { Message, MessageReply } from '@shared/wire/message';
import { route, userOf, type Route } from '../http/route';
import { presentMessage, type MessageDoc } from '../message';
import { confirmCard, dismissCard, editCard, undoCard } from './decide';
import { makeCard } from './open';
import { closePoll, vote } from './poll';
import { cancelReminder, listReminders } from './reminders';

const InPai = z.object({ paiId: Id });
const AtSeq = z.object({ paiId: Id, seq: z.coerce.number().int().positive().max(1e11) });
const CARD = '/pais/:paiId/messages/:seq/card';

const presented = (message: MessageDoc): { message: Message } => ({ message: presentMessage(message) });

type Verb = (userId: string, paiId: string, seq: number) => Promise<MessageDoc>;

const post = (name: string, summary: string, verb: Verb): Route =>
  route({ method: 'post', path: `${CARD}/${name}`, summary, right: 'member', params: AtSeq, reply: MessageReply }, async (input) => presented(await verb(userOf(input), input.params.paiId, input.params.seq)));

export const cardRoutes: Route[] = [
  route({ method: 'post', path: '/pais/:paiId/cards', summary: 'Make a poll or a reminder by hand: 201, or 200 when this clientMsgId was sent before', right: 'member', bucket: 'send', params: InPai, body: wire.NewCardBody, reply: MessageReply, status: 201 }, async (input) => {
    const { doc, repeat } = await makeCard(userOf(input), input.params.paiId, input.body);
    if (repeat) input.status(200);
    return presented(doc);
  }),
  route({ method: 'put', path: CARD, summary: 'Change what an open card would do', right: 'member', params: AtSeq, body: wire.CardBody, reply: MessageReply }, async (input) =>
    presented(await editCard(userOf(input), input.params.paiId, input.params.seq, input.body.act)),
  ),
  post('confirm', 'Do what the card says: those who asked for it, the owner and admins', confirmCard),
  post('dismiss', 'End a card nobody wants', dismissCard),
  post('undo', 'Take back what was confirmed within the last 5 minutes', undoCard),
  route({ method: 'put', path: `${CARD}/vote`, summary: 'Vote, vote otherwise, or with no options withdraw', right: 'member', params: AtSeq, body: wire.VoteBody, reply: MessageReply }, async (input) =>
    presented(await vote(userOf(input), input.params.paiId, input.params.seq, input.body.options)),
  ),
  post('close', 'End a poll', closePoll),
  route({ method: 'get', path: '/pais/:paiId/reminders', summary: 'Reminders that will still speak, the next one first', right: 'member', params: InPai, reply: z.object({ messages: z.array(Message) }) }, async (input) => ({
    messages: (await listReminders(userOf(input), input.params.paiId)).map(presentMessage),
  })),
  route({ method: 'delete', path: '/pais/:paiId/reminders/:cardId', summary: 'End a reminder', right: 'member', params: InPai.extend({ cardId: Id }), reply: MessageReply }, async (input) =>
    presented(await cancelReminder(userOf(input), input.params.paiId, input.params.cardId)),
  ),
];
