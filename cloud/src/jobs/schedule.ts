import { log } from '../infra/logger';
import { storeUnreachable } from '../infra/mongo';

const timers = new Set<NodeJS.Timeout>();

/**
 * Does a sweep again and again. What is due lives in MongoDB and every sweep may run on several workers at once, so a
 * missed tick or a doubled one does no harm.
 */
export function every(intervalMs: number, name: string, sweep: () => Promise<void>): void {
  let running = false;
  const timer = setInterval(() => {
    if (running) return;
    running = true;
    sweep()
      .catch((error: unknown) => {
        if (storeUnreachable(error)) log().warn({ sweep: name }, 'a sweep waits for the store');
        else log().error({ err: error, sweep: name }, 'a sweep failed');
      })
      .finally(() => (running = false));
  }, intervalMs);
  timers.add(timer);
}

export function stopSchedule(): void {
  for (const timer of timers) clearInterval(timer);
  timers.clear();
}
