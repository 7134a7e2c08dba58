import { SECOND, dateAt, now, nowMs } from '../infra/clock';
import { log } from '../infra/logger';
import { holdsRun, markSpeaking, renewRun, takeTurn } from './store';
import type { FurtherDoc, RunDoc } from './model';

/** A worker that says nothing for so long has lost its run; another one takes over. */
const LEASE = 6 * SECOND;
const RENEW_AFTER = SECOND;
/** How long a worker that has marked that it speaks may take to begin its write. */
const SPEAKING = 2 * SECOND;
/** How soon a worker notices that its run was ended from outside. */
const LOOK = 250;

/** When a lease taken now runs out. */
export const leaseEnd = (): Date => dateAt(nowMs() + LEASE);

/** The run has ended or is another worker's: nothing more comes of the work on it. */
export class LostRunError extends Error {}

/** A run while a worker is at it. */
export interface Lease {
  /** Aborts when the run was ended or taken over. */
  signal: AbortSignal;
  /** By this worker's own clock: false once the lease may be another's, e.g. after the process stood still. */
  holds: () => boolean;
  stop: () => void;
}

/**
 * Keeps a run (and, for an answer, its pai's turn to speak) while the work goes on. `by` is the fencing token: every
 * later write names it, so that a worker which was taken for dead can change nothing any more.
 */
export function keepLease(run: Pick<RunDoc, '_id' | 'paiId' | 'kind'>, by: string): Lease {
  const controller = new AbortController();
  let until = nowMs() + LEASE;
  let looking = false;

  const renew = async (): Promise<boolean> => {
    const next = leaseEnd();
    const [mine, turn] = await Promise.all([renewRun(run._id, by, next), run.kind !== 'answer' || takeTurn(run.paiId, run._id, by, now(), next)]);
    if (mine && turn) until = next.getTime();
    return mine && turn;
  };
  const look = async (): Promise<void> => {
    if (looking) return;
    looking = true;
    try {
      const isMine = nowMs() > until - LEASE + RENEW_AFTER ? await renew() : await holdsRun(run._id, by);
      if (!isMine) controller.abort(new LostRunError('the run was ended or taken over'));
    } catch (error) {
      log().warn({ err: error, runId: run._id }, 'a lease could not be renewed');
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), LOOK);
  return { signal: controller.signal, holds: () => !controller.signal.aborted && nowMs() < until, stop: () => clearInterval(timer) };
}

/**
 * Marks that a run is about to write to the log; until when it may. What is looked at from here on is as it stays: who
 * ends runs waits for that mark. `further`: what it says after its first message, kept until it has. Throws LostRunError.
 */
export async function beginToSpeak(run: Pick<RunDoc, '_id'>, by: string, lease: Lease, further?: FurtherDoc[]): Promise<Date> {
  const until = dateAt(nowMs() + SPEAKING);
  if (!lease.holds() || !(await markSpeaking(run._id, by, now(), until, further))) throw new LostRunError('another worker has the run');
  return until;
}
