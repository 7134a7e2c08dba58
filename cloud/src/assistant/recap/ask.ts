import { cleanLine } from '@shared/domain/text';
import type { RecapBody } from '@shared/wire/recap';
import { findUser } from '../../account';
import { AppError } from '../../errors';
import { now } from '../../infra/clock';
import { newId } from '../../infra/ids';
import { enqueue } from '../../jobs';
import { requireVoice } from '../../message';
import { accessPai, type AssistantDoc, type PaiDoc } from '../../pai';
import type { RunDoc } from '../model';
import { tellRun } from '../news';
import { stretchFor } from './range';
import { findSameRecap, insertRecapRun } from './store';

/** The role that is to write it: the one asked for, or the first that is on and can. */
function roleFor({ assistants }: PaiDoc, roleId: string | undefined): AssistantDoc {
  const asked = assistants.filter(({ id }) => roleId === undefined || id === roleId);
  if (asked.length === 0) throw new AppError('role/not-found');
  const able = asked.find(({ mode, skills }) => mode !== 'off' && skills.includes('recap'));
  if (!able) throw new AppError('recap/off');
  return able;
}

export const startRecap = (run: Pick<RunDoc, '_id' | 'attempts'>): Promise<void> => enqueue('run.recap', { runId: run._id }, { dedupeKey: `${run._id}-${run.attempts}` });

/**
 * Orders a recap. Asked for again while it is being made, the same run comes back. Throws `pai/…`, `role/not-found`,
 * `recap/off`; for one that everybody is to read also what sending a message throws.
 */
export async function askForRecap(userId: string, paiId: string, body: RecapBody): Promise<RunDoc> {
  const access = await accessPai(userId, paiId);
  const isPrivate = body.visibility !== 'pai';
  if (!isPrivate) requireVoice(access);
  const role = roleFor(access.pai, body.roleId);
  const topic = body.topic === undefined ? undefined : cleanLine(body.topic);
  const stretch = await stretchFor(access, { ...body, ...(topic ? { topic } : { topic: undefined }) });
  const same = await findSameRecap(paiId, userId, isPrivate, stretch);
  if (same) return same;
  const asks = [{ userId, name: (await findUser(userId))?.nickname ?? '', seq: stretch.toSeq }];
  const run: RunDoc = { _id: newId(), paiId, assistantId: role.id, assistantName: role.name, kind: 'recap', state: 'queued', reason: 'asked-for', asks, called: true, createdAt: now(), attempts: 0, stretch, ...(isPrivate ? { private: true } : {}) };
  await insertRecapRun(run);
  tellRun(run, access.pai);
  await startRecap(run);
  return run;
}
