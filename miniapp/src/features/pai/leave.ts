import type { Pai } from '@shared/wire/pai';
import { t } from '@/i18n';
import { sentenceOf } from '@/transport/errors';
import { ask, tell } from '@/ui/dialog';
import { toast } from '@/ui/toast';
import { leavePai } from './store';

/** Leaves a pai after saying what that means; true when it is left. The owner is told what to do instead. */
export async function leaveAsked(pai: Pai): Promise<boolean> {
  if (pai.mine.role === 'owner') {
    await tell(t('settings.ownerLeaveTitle'), t('settings.ownerLeaveText'), t('common.gotIt'));
    return false;
  }
  const sure = await ask({ title: t('settings.leaveTitle', { name: pai.name }), text: t('settings.leaveText'), act: t('settings.leaveAct'), danger: true });
  if (!sure) return false;
  try {
    await leavePai(pai.id);
    toast(t('settings.left2', { name: pai.name }));
    return true;
  } catch (error) {
    toast(sentenceOf(error, t('common.failed')));
    return false;
  }
}
