import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Digest } from '@shared/wire/aiRole';
import { PickTime } from '@/features/role/PickTime';
import { useRoleT } from '@/features/role/words';
import { weekdayName } from '@/i18n/time';
import { Button } from '@/ui/Button';
import { Segments } from '@/ui/Choice';
import { Sheet } from '@/ui/Sheet';
import type { SheetProps } from './useSave';

const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'] as const;
const EVENING = '20:00';

/** From when to when it speaks only when called. */
export function QuietSheet({ role, onSave, onClose }: SheetProps) {
  const t = useRoleT();
  const [quiet, setQuiet] = useState(role.quiet ?? { from: '22:00', to: '08:00' });
  const save = (): void => {
    void onSave({ quiet });
    onClose();
  };
  return (
    <Sheet title={t('role.quiet')} onClose={onClose}>
      <PickTime label={t('role.from')} value={quiet.from} onChange={(from) => setQuiet({ ...quiet, from })} />
      <PickTime label={t('role.to')} value={quiet.to} onChange={(to) => setQuiet({ ...quiet, to })} />
      <Button wide disabled={quiet.from === quiet.to} onTap={save}>
        {t('role.done')}
      </Button>
    </Sheet>
  );
}

/** Whether and when it posts a digest. */
export function DigestSheet({ role, onSave, onClose }: SheetProps) {
  const t = useRoleT();
  const [digest, setDigest] = useState<Digest | null>(role.digest);
  const every = digest?.every ?? 'none';
  const choose = (next: 'none' | 'day' | 'week'): void => setDigest(next === 'none' ? null : { every: next, at: digest?.at ?? EVENING, ...(next === 'week' ? { weekday: digest?.weekday ?? 7 } : {}) });
  const save = (): void => {
    void onSave({ digest });
    onClose();
  };
  return (
    <Sheet title={t('role.digest')} onClose={onClose}>
      <View className="t14 soft">{t('role.digestNote')}</View>
      <Segments label={t('role.digest')} value={every} options={(['none', 'day', 'week'] as const).map((value) => ({ value, text: t(`role.digest.${value}`) }))} onChange={choose} />
      {digest?.every === 'week' && (
        <View className="week">
          <Segments label={t('role.weekday')} value={String(digest.weekday ?? 7)} options={WEEKDAYS.map((value) => ({ value, text: weekdayName(Number(value), t.locale).replace('周', '') }))} onChange={(day) => setDigest({ ...digest, weekday: Number(day) })} />
        </View>
      )}
      {digest && <PickTime label={t('role.digestTime')} value={digest.at} onChange={(at) => setDigest({ ...digest, at })} />}
      <Button wide onTap={save}>
        {t('role.done')}
      </Button>
    </Sheet>
  );
}
