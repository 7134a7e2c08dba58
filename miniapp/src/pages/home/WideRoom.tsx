import { lazy, Suspense, useEffect } from 'react';
import { View } from '@tarojs/components';
import { usePai, usePais } from '@/features/pai/store';
import { useT } from '@/i18n';
import { aria } from '@/ui/aria';
import { EmptyState } from '@/ui/States';

/* Half of the client: fetched when a conversation is opened, not with the list. */
const Room = lazy(() => import('@/features/message/Room').then((module) => ({ default: module.Room })));

interface WideRoomProps {
  paiId: string | undefined;
  onLeave: () => void;
}

/** The conversation beside the list. A pai that goes from the list goes from here too. */
export function WideRoom({ paiId, onLeave }: WideRoomProps) {
  const t = useT();
  const { phase } = usePais();
  const pai = usePai(paiId ?? '');
  const open = pai !== undefined && pai.dissolveAt === undefined;
  useEffect(() => {
    if (paiId !== undefined && phase === 'ready' && !open) onLeave();
  }, [paiId, phase, open]);
  if (paiId === undefined || !open)
    return (
      <View className="home-room home-room-none" {...aria({ role: 'complementary', label: t('home.choose') })}>
        <EmptyState title={t('home.choose')} text={t('home.chooseText')} />
      </View>
    );
  return (
    <View className="home-room">
      <Suspense fallback={null}>
        <Room key={paiId} paiId={paiId} />
      </Suspense>
    </View>
  );
}
