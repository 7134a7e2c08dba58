import { z } from 'zod';
import * as wire from '@shared/wire/aiRole';
import { Id, OK, Ok } from '@shared/wire/base';
import { route, userOf, type Route } from '../../http/route';
import { accessPai } from '../../pai';
import { addFact, changeFact, dropFact, forgetMe, readMemory } from './read';

const InPai = z.object({ paiId: Id });
const OfFact = z.object({ paiId: Id, factId: Id });

export const memoryRoutes: Route[] = [
  route({ method: 'get', path: '/pais/:paiId/ai/memory', summary: 'What the AI members keep in mind of what I may read', right: 'member', params: InPai, reply: wire.MemoryReply }, async (input) =>
    readMemory(await accessPai(userOf(input), input.params.paiId)),
  ),
  route({ method: 'post', path: '/pais/:paiId/ai/memory', summary: 'Let them keep something in mind', right: 'member', params: InPai, body: wire.FactBody, reply: wire.FactReply, status: 201 }, async (input) => ({
    fact: await addFact(await accessPai(userOf(input), input.params.paiId), input.body),
  })),
  // Before the one below, or `mine` would be taken for the id of a fact.
  route({ method: 'delete', path: '/pais/:paiId/ai/memory/mine', summary: 'Forget what they know of me: by me, about me, said by me', right: 'member', params: InPai, reply: wire.ForgottenReply }, async (input) => ({
    forgotten: await forgetMe(await accessPai(userOf(input), input.params.paiId)),
  })),
  route({ method: 'patch', path: '/pais/:paiId/ai/memory/:factId', summary: 'Correct a fact of mine; the owner and admins any', right: 'member', params: OfFact, body: wire.FactChangeBody, reply: wire.FactReply }, async (input) => ({
    fact: await changeFact(await accessPai(userOf(input), input.params.paiId), input.params.factId, input.body.text),
  })),
  route({ method: 'delete', path: '/pais/:paiId/ai/memory/:factId', summary: 'Forget a fact of mine; the owner and admins any', right: 'member', params: OfFact, reply: Ok }, async (input) => {
    await dropFact(await accessPai(userOf(input), input.params.paiId), input.params.factId);
    return OK;
  }),
];
