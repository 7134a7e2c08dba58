import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Pai } from '@shared/wire/pai';
import { momentName } from '@/i18n/time';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { BarePlate } from '@/ui/pie/BarePlate';
import { restore } from './ending';
import { useT } from './words';

/** A dissolved pai: when it will be gone. */
export function Dissolving({ pai }: { pai: Pai }) {
  const t = useT();
  return (
    <View className="set-end">
      <BarePlate />
      <View className="t22 b any" {...aria({ role: 'heading', level: 2 })}>
        {pai.name}
      </View>
      <View className="warn">{t('settings.dissolving', { time: momentName(new Date(pai.dissolveAt ?? ''), new Date(), t.locale) })}</View>
      <View className="soft t14">{t('settings.dissolvingText')}</View>
    </View>
  );
}

export function RestoreButton({ pai }: { pai: Pai }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    setBusy(true);
    await restore(pai);
    setBusy(false);
  };
  return (
    <Button busy={busy} onTap={() => void go()}>
      {t('settings.restore')}
    </Button>
  );
}
