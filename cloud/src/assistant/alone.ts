import { now } from '../infra/clock';
import { newId } from '../infra/ids';
import { findPai } from '../pai';
import { keepLease, leaseEnd, type Lease } from './lease';
import type { RunDoc } from './model';
import { end } from './speak';
import { claimRun, releaseRun } from './store';

const MAX_ATTEMPTS = 3;

/**
 * Works on a run that answers nobody, and ends it with what comes of that. However many nodes try, one does; one that
 * dies leaves the run to the next sweep.
 */
export async function workAlone({ _id: id }: Pick<RunDoc, '_id'>, work: (run: RunDoc, by: string, lease: Lease) => Promise<Partial<RunDoc>>): Promise<void> {
  const by = newId();
  const run = await claimRun(id, by, now(), leaseEnd());
  if (!run) return;
  const lease = keepLease(run, by);
  try {
    await end(run, by, await work(run, by, lease), await findPai(run.paiId));
  } catch (error) {
    if (lease.signal.aborted) return;
    if (run.attempts >= MAX_ATTEMPTS) await end(run, by, { state: 'failed' }, await findPai(run.paiId));
    else await releaseRun(id, by);
    throw error;
  } finally {
    lease.stop();
  }
}
