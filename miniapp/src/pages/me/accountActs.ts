import { bindWechat, deleteAccount, restoreAccount, signOut } from '@/features/account/session';
import { goHome } from '@/features/screen/go';
import { saying } from '@/features/screen/saving';
import { ask } from '@/ui/dialog';
import { t } from './words';

/** Signs out after saying what goes with it: for a guest, everything. */
export async function signOutAsked(guest: boolean): Promise<void> {
  const sure = await ask({ title: t('me.logoutTitle'), text: t(guest ? 'me.logoutGuest' : 'me.logoutText'), act: t('me.logoutAct'), danger: true });
  if (!sure) return;
  await signOut();
  goHome();
}

/** Plans the end of the account, a day from now. */
export async function deleteAsked(): Promise<void> {
  if (await ask({ title: t('me.deleteTitle'), text: t('me.deleteText'), act: t('me.deleteAct'), danger: true })) await saying(deleteAccount());
}

export const keepAccount = (): Promise<boolean> => saying(restoreAccount(), t('me.kept'));
export const bind = (): Promise<boolean> => saying(bindWechat(), t('me.bound'));
