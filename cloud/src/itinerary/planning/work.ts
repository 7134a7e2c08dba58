import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Alternative, Late, PlanAnswer, PlanInput, Replanned } from '../../engine/plan';
import type { Plan } from '@shared/domain/itinerary/types';
import { SECOND } from '../../infra/clock';

export type Work = { do: 'plan'; input: PlanInput } | { do: 'replan'; input: PlanInput; late: Late } | { do: 'alternatives'; input: PlanInput; plan: Plan; day: number; index: number };

const MOST_MS = 30 * SECOND;

/* The bundle has the thread beside it. From source there is no loader in a thread until it fetches one. */
const isSource = import.meta.url.endsWith('.ts');
const THREAD = new URL(isSource ? './thread.ts' : './itinerary/planning/thread.js', import.meta.url);
const FROM_SOURCE = `require('tsx/cjs'); require(${JSON.stringify(fileURLToPath(THREAD))})`;

/** Does a piece of searching in a thread of its own, so that the event loop goes on. Rejects after 30 s, or when `signal` ends it. */
function inThread(work: Work, signal?: AbortSignal): Promise<unknown> {
  const worker = new Worker(isSource ? FROM_SOURCE : THREAD, { eval: isSource, execArgv: [], workerData: work });
  return new Promise((resolve, reject) => {
    const end = (why: string): void => {
      reject(new Error(why));
      void worker.terminate();
    };
    const timer = setTimeout(() => end('the planner took too long'), MOST_MS);
    const onAbort = (): void => end('the planner was ended');
    signal?.addEventListener('abort', onAbort, { once: true });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      reject(new Error(`the planner ended with ${code}`));
    });
  });
}

export const makePlan = async (input: PlanInput, signal?: AbortSignal): Promise<PlanAnswer> => (await inThread({ do: 'plan', input }, signal)) as PlanAnswer;
export const planRest = async (input: PlanInput, late: Late): Promise<Replanned> => (await inThread({ do: 'replan', input, late })) as Replanned;
export const findAlternatives = async (input: PlanInput, plan: Plan, day: number, index: number): Promise<Alternative[]> => (await inThread({ do: 'alternatives', input, plan, day, index })) as Alternative[];
