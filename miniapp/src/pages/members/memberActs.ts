import type { Member, Pai } from '@shared/wire/pai';
import { mayDo, outranks } from '@shared/domain/role';
import { isMuted } from '@/features/member/people';
import { muteMember, removeMember, setRole } from '@/features/member/store';
import { transferAsked } from '@/features/member/transfer';
import { t } from '@/features/member/words';
import { saying } from '@/features/screen/saving';
import { askAlso } from '@/ui/dialog';
import type { MenuItem } from '@/ui/Menu';

async function removeAsked(pai: Pai, { id, name }: Member): Promise<void> {
  const { yes, also } = await askAlso({ title: t('members.removeTitle', { name, pai: pai.name }), text: t('members.removeText', { name }), act: t('members.remove'), danger: true, also: t('members.block') });
  if (yes) await saying(removeMember(pai.id, id, also), t('members.removed', { name }));
}

/** What this person may do with a member; nothing for oneself, the owner and the AI. `pickMute` asks for how long. */
export function memberActs(pai: Pai, member: Member, pickMute: () => void): MenuItem[] {
  const { role } = pai.mine;
  const items: MenuItem[] = [];
  const above = outranks(role, member.role);
  if (mayDo(role, 'set-role') && member.role === 'member') items.push({ icon: 'crown', text: t('members.makeAdmin'), note: t('members.makeAdminNote'), act: () => void saying(setRole(pai.id, member.id, 'admin'), t('common.saved')) });
  if (mayDo(role, 'set-role') && member.role === 'admin') items.push({ icon: 'crown', text: t('members.unmakeAdmin'), act: () => void saying(setRole(pai.id, member.id, 'member'), t('common.saved')) });
  if (above && isMuted(member, Date.now())) items.push({ icon: 'speaker', text: t('members.unmute'), act: () => void saying(muteMember(pai.id, member.id, 0), t('common.saved')) });
  else if (above) items.push({ icon: 'mute', text: t('members.mute'), act: pickMute });
  if (mayDo(role, 'transfer') && member.role !== 'owner') items.push({ icon: 'share', text: t('members.transfer'), act: () => void transferAsked(pai, member) });
  if (above) items.push({ icon: 'exit', text: t('members.remove'), danger: true, act: () => void removeAsked(pai, member) });
  return items;
}

export const MUTE_MINUTES = [10, 60, 1440, 10080] as const;
export const mute = (pai: Pai, member: Member, minutes: number): Promise<boolean> => saying(muteMember(pai.id, member.id, minutes), t('common.saved'));
