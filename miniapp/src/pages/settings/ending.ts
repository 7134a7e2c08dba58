import type { Pai } from '@shared/wire/pai';
import { leaveAsked } from '@/features/pai/leave';
import { dissolvePai, restorePai } from '@/features/pai/store';
import { goHome } from '@/features/screen/go';
import { saying } from '@/features/screen/saving';
import { ask } from '@/ui/dialog';
import { t } from './words';

/** Leaves the pai, and with it everything that was opened from it. */
export async function leave(pai: Pai): Promise<void> {
  if (await leaveAsked(pai)) goHome();
}

/** Dissolves the pai after saying what that means. The page stays: from here it can be taken back. */
export async function dissolveAsked(pai: Pai): Promise<void> {
  const sure = await ask({ title: t('settings.dissolveTitle', { name: pai.name }), text: t('settings.dissolveText', { n: pai.memberCount }), act: t('settings.dissolveAct'), danger: true });
  if (sure) await saying(dissolvePai(pai.id));
}

export const restore = (pai: Pai): Promise<boolean> => saying(restorePai(pai.id), t('settings.restored'));
