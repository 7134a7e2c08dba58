import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { log } from '../infra/logger';
import type { JobName, Jobs } from './catalog';

export const QUEUE = 'work';
export const PREFIX = '{jobs}';

export const jobConnection = (url: string, blocking: boolean): Redis => {
  const redis = new Redis(url, { maxRetriesPerRequest: blocking ? null : 1, enableOfflineQueue: blocking, connectTimeout: 3000, retryStrategy: (attempt) => Math.min(100 * attempt, 2000) });
  redis.on('error', () => undefined);
  return redis;
};

let queue: Queue | undefined;
let connection: Redis | undefined;

export function openQueue(url: string): void {
  connection = jobConnection(url, false);
  queue = new Queue(QUEUE, { connection, prefix: PREFIX });
  queue.on('error', () => undefined);
}

export async function closeQueue(): Promise<void> {
  await queue?.close().catch(() => undefined);
  connection?.disconnect();
  queue = undefined;
}

interface EnqueueOptions {
  /** A job with the same key that has not ended is not doubled. */
  dedupeKey: string;
  delayMs?: number;
}

/**
 * Puts a job into the queue. Never rejects: a job that cannot be queued now is found again by its capability's sweep,
 * because the work order itself is stored.
 */
export async function enqueue<N extends JobName>(name: N, payload: Jobs[N], { dedupeKey, delayMs = 0 }: EnqueueOptions): Promise<void> {
  try {
    await queue?.add(name, payload, { jobId: dedupeKey, delay: delayMs, attempts: 5, backoff: { type: 'exponential', delay: 500, jitter: 0.5 }, removeOnComplete: true, removeOnFail: true });
  } catch (error) {
    log().warn({ job: name, reason: (error as Error).message }, 'a job waits for the sweep');
  }
}
