import type { Pai } from '@shared/wire/pai';
import { personOf, peopleAmong } from '@/features/member/people';
import { refreshMembers, useMembers } from '@/features/member/store';
import { transferAsked } from '@/features/member/transfer';
import { useT } from '@/i18n';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { EmptyState, SkeletonRows } from '@/ui/States';

/** Picks who becomes the owner. */
export function TransferSheet({ pai, onClose }: { pai: Pai; onClose: () => void }) {
  const t = useT();
  const { phase, members } = useMembers(pai.id);
  const others = peopleAmong(members).filter(({ role }) => role !== 'owner');
  return (
    <Sheet title={t('settings.transferPick')} height="full" onClose={onClose}>
      {phase === 'loading' && <SkeletonRows face={40} round label={t('common.loading')} />}
      {phase === 'failed' && (
        <EmptyState
          icon="offline"
          title={t('members.failedTitle')}
          text={t('common.offlineText')}
          action={
            <Button size={44} onTap={() => void refreshMembers(pai.id)}>
              {t('common.retry')}
            </Button>
          }
        />
      )}
      {phase === 'ready' && others.length === 0 && <EmptyState title={t('settings.transferNobody')} />}
      {phase === 'ready' && others.length > 0 && (
        <List inset={68}>
          {others.map((member) => (
            <Cell
              key={member.id}
              before={<Avatar person={personOf(member)} />}
              title={member.name}
              onTap={() => {
                onClose();
                void transferAsked(pai, member);
              }}
            />
          ))}
        </List>
      )}
    </Sheet>
  );
}
