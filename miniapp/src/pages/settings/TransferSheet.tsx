import type { Pai } from '@shared/wire/pai';
import { personOf, peopleAmong } from '@/features/member/people';
import { MembersFailed } from '@/features/member/MembersFailed';
import { useMembers } from '@/features/member/store';
import { transferAsked } from '@/features/member/transfer';
import { Avatar } from '@/ui/Avatar';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { EmptyState, SkeletonRows } from '@/ui/States';
import { useT } from './words';

/** Picks who becomes the owner. */
export function TransferSheet({ pai, onClose }: { pai: Pai; onClose: () => void }) {
  const t = useT();
  const { phase, members } = useMembers(pai.id);
  const others = peopleAmong(members).filter(({ role }) => role !== 'owner');
  return (
    <Sheet title={t('settings.transferPick')} height="full" onClose={onClose}>
      {phase === 'loading' && <SkeletonRows face={40} round label={t('common.loading')} />}
      {phase === 'failed' && <MembersFailed paiId={pai.id} />}
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
