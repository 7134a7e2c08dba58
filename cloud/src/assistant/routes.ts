import { z } from 'zod';
import { RunReply } from '@shared/wire/run';
import { route, userOf, type Route } from '../http/route';
import { presentRun } from './present';
import { readRecap } from './recap/read';
import { recapRoutes } from './recap/routes';
import { accessRun, stopRun } from './stop';

const OfRun = z.object({ runId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) });

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
];
