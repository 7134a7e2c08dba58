import { SECOND, dateAt, now, nowMs } from '../../infra/clock';
import { startRecap } from './ask';
import { listStalledRecaps } from './store';

/** Takes up again what a node that died left behind. */
export async function sweepRecaps(): Promise<void> {
  for (const run of await listStalledRecaps(dateAt(nowMs() - 2 * SECOND), now())) await startRecap(run);
}
