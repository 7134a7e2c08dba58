import type { Member, Pai } from '@shared/wire/pai';
import { ask } from '@/ui/dialog';
import { transferPai } from '../pai/store';
import { saying } from '../screen/saving';
import { refreshMembers } from './store';
import { t } from './words';

/** Hands the pai on after saying what that means. */
export async function transferAsked(pai: Pai, { id, name }: Pick<Member, 'id' | 'name'>): Promise<void> {
  if (!(await ask({ title: t('members.transferTitle', { name }), text: t('members.transferText', { name }), act: t('members.transfer'), danger: true }))) return;
  await saying(transferPai(pai.id, id), t('members.transferred', { name }));
  await refreshMembers(pai.id);
}
