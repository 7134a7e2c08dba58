import { useState } from 'react';
import { View } from '@tarojs/components';
import { dayText } from '@shared/domain/civil';
import { dayNumber } from '@shared/domain/checkin/plan';
import { dayWords } from '@/features/challenge/say';
import { usePunchT } from '@/features/challenge/words';
import { Button } from '@/ui/Button';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';

/** Days one may ask for at once; the rest is until one is back. */
const LENGTHS = [1, 3, 7, 14] as const;

/** How long to pause. */
export function PauseSheet({ today, onGo, onClose }: { today: string; onGo(until: string | undefined): Promise<boolean>; onClose(): void }) {
  const t = usePunchT();
  const [days, setDays] = useState<number>(3);
  const [busy, setBusy] = useState(false);
  const untilOf = (n: number): string => dayText(dayNumber(today) + n - 1);
  const go = async (): Promise<void> => {
    setBusy(true);
    if (await onGo(days === 0 ? undefined : untilOf(days))) onClose();
    else setBusy(false);
  };
  return (
    <Sheet title={t('pause.title')} onClose={onClose}>
      <View className="t14 soft">{t('pause.text')}</View>
      <List>
        {LENGTHS.map((n) => (
          <Cell key={n} title={n === 1 ? t('pause.today') : t('pause.days', { n })} note={`${t('pause.until')} ${dayWords(untilOf(n), t)}`} chosen={days === n} onTap={() => setDays(n)} />
        ))}
        <Cell title={t('pause.open')} chosen={days === 0} onTap={() => setDays(0)} />
      </List>
      <Button wide busy={busy} onTap={() => void go()}>
        {t('pause.go')}
      </Button>
    </Sheet>
  );
}
