import { t } from '@/i18n';
import { sentenceOf } from '@/transport/errors';
import { toast } from '@/ui/toast';

/** Waits for a change that the screen shows already, and says why when it was refused; true when it was taken. */
export async function saying(work: Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await work;
    if (done !== undefined) toast(done);
    return true;
  } catch (error) {
    toast(sentenceOf(error, t('common.failed')));
    return false;
  }
}
