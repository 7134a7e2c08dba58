import { FailedState } from '@/ui/States';
import { refreshMembers } from './store';
import { useT } from './words';

/** In place of the members of a pai that could not be read. */
export function MembersFailed({ paiId }: { paiId: string }) {
  const t = useT();
  return <FailedState title={t('members.failedTitle')} kind="tint" onRetry={() => void refreshMembers(paiId)} />;
}
