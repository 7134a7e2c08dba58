import { useT } from '@/i18n';
import { Button } from '@/ui/Button';
import { EmptyState } from '@/ui/States';
import { refreshMembers } from './store';

/** In place of the members of a pai that could not be read. */
export function MembersFailed({ paiId }: { paiId: string }) {
  const t = useT();
  return (
    <EmptyState
      icon="offline"
      title={t('members.failedTitle')}
      text={t('common.offlineText')}
      action={
        <Button size={44} kind="tint" onTap={() => void refreshMembers(paiId)}>
          {t('common.retry')}
        </Button>
      }
    />
  );
}
