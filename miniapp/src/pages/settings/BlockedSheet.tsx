import { useEffect, useState } from 'react';
import { useT } from '@/features/member/words';
import { saying } from '@/features/screen/saving';
import * as api from '@/transport/api';
import { Avatar } from '@/ui/Avatar';
import { Button } from '@/ui/Button';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { EmptyState, FailedState, SkeletonRows } from '@/ui/States';

type Blocked = Awaited<ReturnType<typeof api.listBlocked>>['blocked'];

/** Who is kept out of a pai, and letting them come back. */
export function BlockedSheet({ paiId, onClose }: { paiId: string; onClose: () => void }) {
  const t = useT();
  const [blocked, setBlocked] = useState<Blocked | 'failed'>();
  const load = (): void => {
    setBlocked(undefined);
    api.listBlocked(paiId).then(
      (reply) => setBlocked(reply.blocked),
      () => setBlocked('failed'),
    );
  };
  useEffect(load, [paiId]);
  const release = async (userId: string, name: string): Promise<void> => {
    if (await saying(api.unblock(paiId, userId), t('members.unblocked', { name }))) setBlocked((now) => (Array.isArray(now) ? now.filter((one) => one.userId !== userId) : now));
  };
  return (
    <Sheet title={t('members.blockedTitle')} height="full" onClose={onClose}>
      {blocked === undefined && <SkeletonRows face={40} round label={t('common.loading')} />}
      {blocked === 'failed' && (
        <FailedState title={t('members.failedTitle')} onRetry={load} />
      )}
      {Array.isArray(blocked) && blocked.length === 0 && <EmptyState title={t('members.blockedNone')} text={t('members.blockedNoneText')} />}
      {Array.isArray(blocked) && blocked.length > 0 && (
        <List inset={68}>
          {blocked.map(({ userId, name }) => (
            <Cell
              key={userId}
              before={<Avatar person={{ id: userId, name }} />}
              title={name}
              control={
                <Button kind="tint" size={44} label={`${t('members.unblock')} ${name}`} onTap={() => void release(userId, name)}>
                  {t('members.unblock')}
                </Button>
              }
            />
          ))}
        </List>
      )}
    </Sheet>
  );
}
