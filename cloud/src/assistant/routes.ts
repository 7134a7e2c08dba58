import { z } from 'zod';
import { TryoutBody, TryoutReply } from '@shared/wire/aiRole';
import { Id } from '@shared/wire/base';
import { RunReply } from '@shared/wire/run';
import { route, userOf, type Route } from '../http/route';
import { memoryRoutes } from './memory/routes';
import { meterRoutes } from './meter/routes';
import { presentRun } from './present';
import { readRecap } from './recap/read';
import { recapRoutes } from './recap/routes';
import { accessRun, stopRun } from './stop';
import { tryOut } from './tryout';

const OfRun = z.object({ runId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) });

const OfRole = z.object({ paiId: Id, roleId: Id });

const tryoutRoute = route(
  { method: 'post', path: '/pais/:paiId/roles/:roleId/tryout', summary: 'What would it do with these lines? Nothing is stored and nobody sees it', right: 'owner', bucket: 'tryout', params: OfRole, body: TryoutBody, reply: TryoutReply },
  (input) => tryOut(userOf(input), input.params.paiId, input.params.roleId, input.body, input.locale),
);

export const assistantRoutes: Route[] = [
  route({ method: 'get', path: '/runs/:runId', summary: 'An AI turn and its receipt', right: 'user', params: OfRun, reply: RunReply }, async (input) => {
    const { run, access } = await accessRun(userOf(input), input.params.runId);
    const recap = await readRecap(run, access);
    return { run: { ...presentRun(run, access), ...(recap ? { recap } : {}) } };
  }),
  route({ method: 'post', path: '/runs/:runId/stop', summary: 'Stop an AI turn; nothing of it enters the log any more', right: 'user', params: OfRun, body: z.object({}), reply: RunReply }, async (input) => {
    const { run, access } = await stopRun(userOf(input), input.params.runId);
    return { run: presentRun(run, access) };
  }),
  ...recapRoutes,
  ...meterRoutes,
  ...memoryRoutes,
  tryoutRoute,
];
