import { Text, View } from '@tarojs/components';
import type { Itinerary } from '@shared/wire/itinerary';
import { dayLabel } from '@/features/itinerary/say';
import { useTripT } from '@/features/itinerary/words';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Pressable } from '@/ui/Pressable';

/** A day, from 0, or what was checked. */
export type Tab = number | 'check';

interface DayTabsProps {
  trip: Itinerary;
  value: Tab;
  onChange(tab: Tab): void;
}

export function DayTabs({ trip, value, onChange }: DayTabsProps) {
  const t = useTripT();
  const failing = trip.checks.filter(({ state }) => state === 'fail').length;
  const days = trip.plan?.days ?? [];
  return (
    <View className="dt" {...aria({ role: 'tablist', label: t('trip.days') })}>
      {days.map((_, day) => (
        <Pressable key={day} role="tab" selected={value === day} className={cls('dt-one', value === day && 'dt-on')} onTap={() => onChange(day)}>
          <Text>{dayLabel(trip, day, t)}</Text>
        </Pressable>
      ))}
      <Pressable role="tab" selected={value === 'check'} label={failing > 0 ? t('trip.check.bad', { n: failing }) : t('trip.check')} className={cls('dt-one', value === 'check' && 'dt-on')} onTap={() => onChange('check')}>
        <Text>{t('trip.check')}</Text>
        {failing > 0 && <Text className="dt-n">{failing}</Text>}
      </Pressable>
    </View>
  );
}
