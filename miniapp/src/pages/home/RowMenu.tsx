import type { Pai } from '@shared/wire/pai';
import { markRead, updateMine } from '@/features/pai/store';
import { leaveAsked } from '@/features/pai/leave';
import { saying } from '@/features/screen/saving';
import { useT } from '@/i18n';
import { Menu, type MenuItem } from '@/ui/Menu';

/** What can be done with a pai from the list. */
export function RowMenu({ pai, onClose }: { pai: Pai; onClose: () => void }) {
  const t = useT();
  const { pinned, muted, unread } = pai.mine;
  const items: MenuItem[] = [
    { icon: 'pin', text: pinned ? t('home.unpin') : t('home.pin'), act: () => void saying(updateMine(pai.id, { pinned: !pinned })) },
    { icon: muted ? 'bell' : 'mute', text: muted ? t('home.unmute') : t('home.mute'), act: () => void saying(updateMine(pai.id, { muted: !muted })) },
    ...(unread > 0 ? [{ icon: 'check' as const, text: t('home.markRead'), act: () => void saying(markRead(pai.id)) }] : []),
    { icon: 'exit', text: t('home.leave'), danger: true, act: () => void leaveAsked(pai) },
  ];
  return <Menu title={pai.name} items={items} onClose={onClose} />;
}
