import { LIMITS } from '@shared/domain/limits';
import { removeFile } from '../file';
import { DAY, dateAt, now, nowMs } from '../infra/clock';
import { log } from '../infra/logger';
import { accessDissolved, accessPai, forgetCopy } from './access';
import { removeInvites } from './invite/store';
import { paiLog } from './log';
import { withdraw } from './members';
import type { PaiDoc } from './model';
import { tellJoined, tellLeft, tellPai } from './news';
import { forgetPictures, removePictures } from './role/picture';
import { removeVersions } from './role/store';
import { forgetPerson, listPaisDueForErasure, listPaisOf, removePai, setDissolveAt } from './store';

/** Dissolves a pai: closed for everybody at once, erased after 7 days unless its owner takes it back. */
export async function dissolvePai(userId: string, paiId: string): Promise<PaiDoc> {
  const { pai } = await accessPai(userId, paiId, 'dissolve');
  const after = (await setDissolveAt(paiId, dateAt(nowMs() + LIMITS.dissolveDays * DAY))) ?? pai;
  tellPai(after, { type: 'pai.changed', paiId });
  for (const member of after.members) tellLeft(paiId, member.userId, 'dissolved');
  return after;
}

/** Takes a dissolution back. */
export async function restorePai(userId: string, paiId: string): Promise<PaiDoc> {
  const { pai } = await accessDissolved(userId, paiId);
  if (!pai.dissolveAt) return pai;
  const after = (await setDissolveAt(paiId, null)) ?? pai;
  forgetCopy(paiId);
  for (const member of after.members) tellJoined(paiId, member.userId);
  await paiLog().note(after, { code: 'dissolve.undone', names: [] });
  return after;
}

/** Erases a pai with everything in it. Each step may run twice; the pai itself goes last. */
async function erase(pai: PaiDoc): Promise<void> {
  await paiLog().erase(pai._id);
  await removeInvites(pai._id);
  await removeVersions(pai._id);
  await removePictures(pai._id);
  if (pai.coverFileId) await removeFile(pai.coverFileId);
  await removePai(pai._id);
  log().info({ paiId: pai._id }, 'pai erased');
}

/** Erases the pais whose 7 days are over. */
export async function sweepPais(): Promise<void> {
  for (const pai of await listPaisDueForErasure(now())) await erase(pai);
}

/** Takes a deleted account out of every pai, with what it said. */
export async function forgetMember(userId: string): Promise<void> {
  for (const pai of await listPaisOf(userId)) {
    await paiLog().erasePerson(pai._id, userId);
    if (await withdraw(pai, userId)) await erase(pai);
  }
  await forgetPictures(userId);
  await forgetPerson(userId);
}
