import { eventLine, publishBatch, publishUser, type UserNews } from '../realtime';
import type { PaiDoc } from '../pai';
import type { RunDoc } from './model';

type RunNews = Extract<UserNews, { type: 'run.changed' }>;

const newsOf = (run: RunDoc): RunNews => ({
  type: 'run.changed',
  paiId: run.paiId,
  runId: run._id,
  roleId: run.assistantId,
  kind: run.kind,
  state: run.state,
  askers: [...new Set(run.asks.map(({ userId }) => userId))],
});

/** Shows those who asked, and nobody else, how a run stands. */
export function tellAskers(run: RunDoc): void {
  const news = newsOf(run);
  for (const userId of news.askers) publishUser(userId, news);
}

/** Shows the pai that the AI member is at it, or has ended; a private run only to who asked. */
export function tellRun(run: RunDoc, pai: PaiDoc): void {
  if (run.private) tellAskers(run);
  else publishBatch(run.paiId, { membership: pai.membership, lines: [eventLine(newsOf(run))] });
}
