import type { Run } from '@shared/wire/run';
import type { Access } from '../pai';
import type { RunDoc } from './model';
import { costOf } from './price';
import { mayStop } from './stop';

/* Who hid from the AI is nobody's business but their own: others only see that it was not called upon. */
export const reasonFor = ({ reason, asks }: RunDoc, { me }: Access): string => (reason === 'unreadable' && !asks.some(({ userId }) => userId === me.userId) ? 'not-called' : reason);

/** A run and its receipt as members see it: who asked, what was read, what it cost; nothing anybody said. */
export const presentRun = (run: RunDoc, access: Access): Run => ({
  id: run._id,
  paiId: run.paiId,
  kind: run.kind,
  role: { id: run.assistantId, name: access.pai.assistants.find(({ id }) => id === run.assistantId)?.name ?? run.assistantName },
  mayStop: mayStop(run, access),
  ...(run.stoppedBy ? { stoppedBy: { id: run.stoppedBy.userId, name: run.stoppedBy.name } } : {}),
  state: run.state,
  reason: reasonFor(run, access),
  askers: run.asks.map(({ userId, name, seq }) => ({ id: userId, name, seq })),
  ...(run.read ? { read: run.read } : {}),
  ...(run.model === undefined ? {} : { model: run.model }),
  ...(run.fallback ? { fallback: true } : {}),
  ...(run.tokens ? { tokens: run.tokens, cost: costOf(run.tokens) } : {}),
  ...(run.dropped === undefined ? {} : { dropped: run.dropped }),
  ...(run.tookMs === undefined ? {} : { tookMs: run.tookMs }),
  createdAt: run.createdAt.toISOString(),
  ...(run.endedAt ? { endedAt: run.endedAt.toISOString() } : {}),
  ...(run.answerSeq === undefined ? {} : { answerSeq: run.answerSeq }),
  ...(run.ledger ? { ledger: run.ledger.map(({ challengeId, entryIds, text }) => ({ challengeId, entryIds, ...(text === undefined ? {} : { text }) })) } : {}),
  ...(run.progress && !run.endedAt ? { progress: run.progress } : {}),
});
