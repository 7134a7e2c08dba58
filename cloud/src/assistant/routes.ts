import { z } from 'zod';
import { RunReply } from '@shared/wire/run';
import { AppError } from '../errors';
import { route, userOf, type Route } from '../http/route';
import { accessPai } from '../pai';
import { presentRun } from './present';
import { findRun } from './store';

export const assistantRoutes: Route[] = [
  route({ method: 'get', path: '/runs/:runId', summary: 'An AI turn and its receipt', right: 'user', params: z.object({ runId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) }), reply: RunReply }, async (input) => {
    const run = await findRun(input.params.runId);
    if (!run) throw new AppError('run/not-found');
    const access = await accessPai(userOf(input), run.paiId).catch((cause: unknown) => {
      throw new AppError('run/not-found', { cause });
    });
    return { run: presentRun(run, access) };
  }),
];
