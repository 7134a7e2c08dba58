import { useT } from '@/i18n';
import { FailedState } from '@/ui/States';
import { refreshMembers } from './store';

/** In place of the members of a pai that could not be read. */
export function MembersFailed({ paiId }: { paiId: string }) {
  const t = useT();
  return <FailedState title={t('members.failedTitle')} kind="tint" onRetry={() => void refreshMembers(paiId)} />;
}
