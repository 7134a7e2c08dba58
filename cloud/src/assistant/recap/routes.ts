import { z } from 'zod';
import { Id } from '@shared/wire/base';
import { RecapBody } from '@shared/wire/recap';
import { RunReply } from '@shared/wire/run';
import { route, userOf, type Route } from '../../http/route';
import { accessPai } from '../../pai';
import { presentRun } from '../present';
import { askForRecap } from './ask';

export const recapRoutes: Route[] = [
  route(
    { method: 'post', path: '/pais/:paiId/recaps', summary: 'Order a recap of what was said: for me alone, or for everybody as a message; read it from its run', right: 'member', bucket: 'recap', params: z.object({ paiId: Id }), body: RecapBody, reply: RunReply, status: 202 },
    async (input) => {
      const run = await askForRecap(userOf(input), input.params.paiId, input.body);
      return { run: presentRun(run, await accessPai(userOf(input), run.paiId)) };
    },
  ),
];
