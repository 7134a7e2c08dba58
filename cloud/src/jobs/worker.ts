import { Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { log } from '../infra/logger';
import { metrics } from '../infra/metrics';
import type { JobName, Jobs } from './catalog';
import { PREFIX, QUEUE, jobConnection } from './enqueue';

/** Who does which job. */
export type JobHandlers = { [N in JobName]: (payload: Jobs[N]) => Promise<void> };

let worker: Worker | undefined;
let connection: Redis | undefined;

/** Starts taking jobs; several run side by side. */
export function startWorker(url: string, handlers: JobHandlers, concurrency = 8): void {
  connection = jobConnection(url, true);
  worker = new Worker(QUEUE, async (job) => handlers[job.name as JobName](job.data as never), { connection, prefix: PREFIX, concurrency });
  worker.on('error', () => undefined);
  worker.on('failed', (job, error) => {
    metrics.jobsFailed.inc({ job: job?.name ?? '?' });
    log().error({ err: error, job: job?.name, attempt: job?.attemptsMade }, 'a job failed');
  });
}

/** Stops taking jobs and waits for those under way, at most `graceMs`. */
export async function stopWorker(graceMs = 5000): Promise<void> {
  const stopping = worker;
  worker = undefined;
  const closed = stopping?.close().catch(() => undefined);
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, graceMs).unref())]);
  connection?.disconnect();
}
