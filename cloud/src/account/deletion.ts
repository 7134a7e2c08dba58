import { LIMITS } from '@shared/domain/limits';
import { listFilesOf, removeFile } from '../file';
import { HOUR, dateAt, now, nowMs } from '../infra/clock';
import { Hook } from '../infra/hooks';
import { log } from '../infra/logger';
import type { UserDoc } from './model';
import { accessMe } from './profile';
import { closeAllSessions } from './session';
import { listUsersDueForDeletion, removeSessionsOf, removeUser, updateUser } from './store';

/** An account is about to be gone: capabilities drop what is this person's. Told again if anything fails. */
export const accountGone = new Hook<{ userId: string }>();

/** Plans the deletion in 24 h; until then it can be taken back. */
export async function planDeletion(userId: string): Promise<UserDoc> {
  await accessMe(userId);
  return (await updateUser(userId, { $set: { deleteAt: dateAt(nowMs() + LIMITS.accountDeleteHours * HOUR) } })) ?? accessMe(userId);
}

export async function cancelDeletion(userId: string): Promise<UserDoc> {
  await accessMe(userId);
  return (await updateUser(userId, { $unset: { deleteAt: 1 } })) ?? accessMe(userId);
}

/** Deletes the accounts whose time has come. Each step may run twice; the account itself goes last. */
export async function sweepAccounts(): Promise<void> {
  for (const user of await listUsersDueForDeletion(now())) {
    await closeAllSessions(user._id);
    await accountGone.tell({ userId: user._id });
    for (const fileId of await listFilesOf(user._id)) await removeFile(fileId);
    await removeSessionsOf(user._id);
    await removeUser(user._id);
    log().info({ userId: user._id }, 'account deleted');
  }
}
