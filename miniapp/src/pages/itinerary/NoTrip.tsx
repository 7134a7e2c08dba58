import { useTripT } from '@/features/itinerary/words';
import { useT } from '@/i18n';
import { Button } from '@/ui/Button';
import { EmptyState, FailedState, SkeletonRows } from '@/ui/States';

interface NoTripProps {
  state: 'none' | 'gone' | 'failed' | 'reading';
  onRetry(): void;
  onNew(): void;
}

/** There is nothing to show: not yet, not any more, or it could not be read. */
export function NoTrip({ state, onRetry, onNew }: NoTripProps) {
  const [t, word] = [useTripT(), useT()];
  if (state === 'reading') return <SkeletonRows rows={4} face={24} round label={word('common.loading')} />;
  if (state === 'failed') return <FailedState title={t('trip.failed')} onRetry={onRetry} />;
  const begin = (
    <Button size={44} onTap={onNew}>
      {t('trip.new')}
    </Button>
  );
  return <EmptyState title={t(state === 'gone' ? 'trip.gone' : 'trip.none')} text={t('trip.none.text')} action={begin} />;
}
