import { useTripT } from '@/features/itinerary/words';
import { useT } from '@/i18n';
import { Button } from '@/ui/Button';
import { EmptyState, SkeletonRows } from '@/ui/States';

interface NoTripProps {
  state: 'none' | 'gone' | 'failed' | 'reading';
  onRetry(): void;
  onNew(): void;
}

/** There is nothing to show: not yet, not any more, or it could not be read. */
export function NoTrip({ state, onRetry, onNew }: NoTripProps) {
  const [t, word] = [useTripT(), useT()];
  if (state === 'reading') return <SkeletonRows rows={4} face={24} round label={word('common.loading')} />;
  const retry = (
    <Button size={44} onTap={onRetry}>
      {word('common.retry')}
    </Button>
  );
  const begin = (
    <Button size={44} onTap={onNew}>
      {t('trip.new')}
    </Button>
  );
  if (state === 'failed') return <EmptyState icon="offline" title={t('trip.failed')} text={word('common.offlineText')} action={retry} />;
  return <EmptyState title={t(state === 'gone' ? 'trip.gone' : 'trip.none')} text={t('trip.none.text')} action={begin} />;
}
