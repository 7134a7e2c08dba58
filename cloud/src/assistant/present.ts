import type { Run } from '@shared/wire/run';
import type { RunDoc } from './model';

/** A run and its receipt as members see it: who asked, what was read, what it cost; nothing anybody said. */
export const presentRun = (run: RunDoc): Run => ({
  id: run._id,
  paiId: run.paiId,
  state: run.state,
  reason: run.reason,
  askers: run.asks.map(({ userId, name, seq }) => ({ id: userId, name, seq })),
  ...(run.read ? { read: run.read } : {}),
  ...(run.model === undefined ? {} : { model: run.model }),
  ...(run.fallback ? { fallback: true } : {}),
  ...(run.tokens ? { tokens: run.tokens } : {}),
  ...(run.dropped === undefined ? {} : { dropped: run.dropped }),
  ...(run.tookMs === undefined ? {} : { tookMs: run.tookMs }),
  createdAt: run.createdAt.toISOString(),
  ...(run.endedAt ? { endedAt: run.endedAt.toISOString() } : {}),
  ...(run.answerSeq === undefined ? {} : { answerSeq: run.answerSeq }),
});
