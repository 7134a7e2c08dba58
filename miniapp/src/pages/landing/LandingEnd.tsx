import { View } from '@tarojs/components';
import { swapPage } from '@/features/screen/go';
import { NumberField, useNumber } from '@/features/screen/NumberSheet';
import { useT } from '@/i18n';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { BarePlate } from '@/ui/pie/BarePlate';
import type { End } from './ends';

/** An invitation that leads nowhere: why, and another way in. */
export function LandingEnd({ end, size }: { end: End; size: number }) {
  const t = useT();
  const number = useNumber((digits) => void swapPage('landing', { number: digits }));
  return (
    <View className="land-end">
      <BarePlate size={size} />
      <View className="land-end-title t22 b" {...aria({ role: 'heading', level: 1 })}>
        {t(end.title)}
      </View>
      <View className="soft">{t(end.text)}</View>
      <View className="land-number">
        <NumberField
          value={number.value}
          wrong={number.wrong}
          onChange={number.type}
          onEnter={number.look}
          after={
            number.value !== '' && (
              <Button kind="text" size={44} onTap={number.look}>
                {t('number.go')}
              </Button>
            )
          }
        />
      </View>
    </View>
  );
}
