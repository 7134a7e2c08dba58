import { setTimeout as pause } from 'node:timers/promises';
import type { RunReason } from '@shared/domain/runReason';
import { mayDo } from '@shared/domain/role';
import { AppError } from '../errors';
import { SECOND, now, nowMs } from '../infra/clock';
import { metrics } from '../infra/metrics';
import { findUser } from '../account';
import { findMessageOfRun } from '../message';
import { accessPai, findPai, type Access, type PaiDoc } from '../pai';
import type { RunDoc } from './model';
import { tellRun } from './news';
import { cancelRun, findRun, listActive, type RunFilter } from './store';

/** How long the write of a worker that died while speaking may still be under way after its time is over. */
const LAST_WRITE = SECOND;
const LOOK = 15;

interface Ending {
  reason: RunReason;
  stoppedBy?: RunDoc['stoppedBy'];
}

/** Waits until a run that is writing to the log has done so, or can be ended because its time to write is over. */
async function outwait(run: RunDoc, change: Partial<RunDoc>): Promise<RunDoc | null> {
  for (;;) {
    const latest = await findRun(run._id);
    if (!latest || latest.endedAt) return null;
    const { speakUntil } = latest;
    const isOver = !speakUntil || nowMs() > speakUntil.getTime() + LAST_WRITE;
    // Its worker died with the answer in the log: whoever takes the run over finds it there.
    if (isOver && speakUntil && (await findMessageOfRun(latest.paiId, latest.assistantId, latest._id))) return null;
    const ended = isOver ? await cancelRun(run._id, change, speakUntil ?? null) : null;
    if (ended) return ended;
    await pause(LOOK);
  }
}

/**
 * Ends the running and waiting turns a filter names. When this resolves nothing of them enters the log any more: a turn
 * that was just writing has then written.
 */
async function endRuns(filter: RunFilter, { reason, stoppedBy }: Ending, pai: PaiDoc | null): Promise<void> {
  for (const run of await listActive(filter)) {
    const change: Partial<RunDoc> = { state: 'withheld', reason, endedAt: now(), tookMs: nowMs() - run.createdAt.getTime(), ...(stoppedBy ? { stoppedBy } : {}) };
    const ended = (await cancelRun(run._id, change)) ?? (await outwait(run, change));
    if (!ended) continue;
    metrics.runs.inc({ state: ended.state });
    if (pai) tellRun(ended, pai);
  }
}

/** A role was turned off or is gone: so are its turns [A1]. */
export const endRunsOfRole = (pai: PaiDoc, roleId: string): Promise<void> => endRuns({ paiId: pai._id, assistantId: roleId }, { reason: 'off' }, pai);

/** Waits while a run is writing to the log: what it looks at afterwards is as it is now. */
async function untilSilent(runId: string): Promise<void> {
  for (;;) {
    const run = await findRun(runId);
    if (!run?.speakUntil || run.endedAt || nowMs() > run.speakUntil.getTime() + LAST_WRITE) return;
    await pause(LOOK);
  }
}

/** An ask was recalled: the turn goes on for the others who asked, without it; alone it ends. */
export async function endRunsOfAsk(paiId: string, seq: number): Promise<void> {
  const runs = await listActive({ paiId, seq });
  const pai = runs.length > 0 ? await findPai(paiId) : null;
  for (const run of runs) {
    if (run.asks.length === 1) await endRuns({ paiId, runId: run._id }, { reason: 'recalled' }, pai);
    else await untilSilent(run._id);
  }
}

/** Loads a run its reader may see. Throws `run/not-found`. */
export async function accessRun(userId: string, runId: string): Promise<{ run: RunDoc; access: Access }> {
  const run = await findRun(runId);
  if (!run || (run.private && !run.asks.some((ask) => ask.userId === userId))) throw new AppError('run/not-found');
  const access = await accessPai(userId, run.paiId).catch((cause: unknown) => {
    throw new AppError('run/not-found', { cause });
  });
  return { run, access };
}

export const mayStop = (run: RunDoc, { me }: Access): boolean => !run.endedAt && (mayDo(me.role, 'recall-others') || run.asks.some(({ userId }) => userId === me.userId));

/** Ends a turn: who asked may, and the owner and admins. Ended already, it stays as it is. Throws `run/…`. */
export async function stopRun(userId: string, runId: string): Promise<{ run: RunDoc; access: Access }> {
  const found = await accessRun(userId, runId);
  if (found.run.endedAt) return found;
  if (!mayStop(found.run, found.access)) throw new AppError('run/not-yours');
  const name = (await findUser(userId))?.nickname ?? '';
  await endRuns({ paiId: found.run.paiId, runId }, { reason: 'stopped', stoppedBy: { userId, name } }, found.access.pai);
  return accessRun(userId, runId);
}
