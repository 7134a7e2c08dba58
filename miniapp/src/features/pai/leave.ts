import type { Pai } from '@shared/wire/pai';
import { t } from '@/i18n';
import { sentenceOf } from '@/transport/errors';
import { ask, tell } from '@/ui/dialog';
import { toast } from '@/ui/toast';
import { leavePai } from './store';

/** Leaves a pai after saying what that means; true when it is left. The owner is told what to do instead. */
export async function leaveAsked(pai: Pai): Promise<boolean> {
  if (pai.mine.role === 'owner') {
    await tell(t('leave.ownerTitle'), t('leave.ownerText'), t('common.gotIt'));
    return false;
  }
  const sure = await ask({ title: t('leave.title', { name: pai.name }), text: t('leave.text'), act: t('leave.act'), danger: true });
  if (!sure) return false;
  try {
    await leavePai(pai.id);
    toast(t('leave.done', { name: pai.name }));
    return true;
  } catch (error) {
    toast(sentenceOf(error, t('common.failed')));
    return false;
  }
}
