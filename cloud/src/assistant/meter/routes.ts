import { z } from 'zod';
import * as wire from '@shared/wire/aiRole';
import { Id } from '@shared/wire/base';
import { route, userOf, type Route } from '../../http/route';
import { accessPai } from '../../pai';
import { readMeter, readWithheld } from './read';

const InPai = z.object({ paiId: Id });

export const meterRoutes: Route[] = [
  route({ method: 'get', path: '/pais/:paiId/ai/meter', summary: 'How much of the last 7 days was said by people and by each AI role', right: 'member', params: InPai, reply: wire.MeterReply }, async (input) =>
    readMeter(await accessPai(userOf(input), input.params.paiId)),
  ),
  route({ method: 'get', path: '/pais/:paiId/ai/withheld', summary: 'Turns in which an AI role kept silent, and why', right: 'owner', params: InPai, reply: wire.WithheldReply }, async (input) =>
    readWithheld(await accessPai(userOf(input), input.params.paiId, 'set-ai')),
  ),
];
