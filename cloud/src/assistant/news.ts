import { eventLine, publishBatch, publishUser } from '../realtime';
import type { PaiDoc } from '../pai';
import type { RunDoc } from './model';

/** Shows the pai that the AI member is at it, or has ended; a private run only to who asked. */
export function tellRun(run: RunDoc, pai: PaiDoc): void {
  const askers = [...new Set(run.asks.map(({ userId }) => userId))];
  const news = { type: 'run.changed', paiId: run.paiId, runId: run._id, roleId: run.assistantId, kind: run.kind, state: run.state, askers } as const;
  if (run.private) for (const userId of askers) publishUser(userId, { ...news, askers });
  else publishBatch(run.paiId, { membership: pai.membership, lines: [eventLine({ ...news, askers })] });
}
