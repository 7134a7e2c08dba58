import { eventLine, publishBatch } from '../realtime';
import type { PaiDoc } from '../pai';
import type { RunDoc } from './model';

/** Shows the pai that the AI member is at it, or has ended. */
export const tellRun = (run: RunDoc, pai: PaiDoc): void =>
  publishBatch(run.paiId, {
    membership: pai.membership,
    lines: [eventLine({ type: 'run.changed', paiId: run.paiId, runId: run._id, roleId: run.assistantId, state: run.state, askers: [...new Set(run.asks.map(({ userId }) => userId))] })],
  });
