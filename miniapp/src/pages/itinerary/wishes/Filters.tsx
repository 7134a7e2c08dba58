import { Text, View } from '@tarojs/components';
import type { Wish } from '@shared/wire/itinerary';
import { useTripT } from '@/features/itinerary/words';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Pressable } from '@/ui/Pressable';

export type Filter = 'all' | 'placed' | 'open' | 'conflict';

/** What is planned but not verified is planned all the same. */
export function matches({ state }: Pick<Wish, 'state'>, filter: Filter): boolean {
  if (filter === 'placed') return state === 'placed' || state === 'unverified';
  if (filter === 'open') return state === 'unplaced';
  return filter === 'all' || state === 'conflict';
}

interface FiltersProps {
  wishes: readonly Wish[];
  value: Filter;
  onChange(filter: Filter): void;
}

export function Filters({ wishes, value, onChange }: FiltersProps) {
  const t = useTripT();
  const standing = wishes.filter(({ state }) => state !== 'withdrawn');
  const count = (filter: Filter): number => standing.filter((wish) => matches(wish, filter)).length;
  const offered = (['all', 'placed', 'open', 'conflict'] as const).filter((filter) => filter === 'all' || filter === value || count(filter) > 0);
  return (
    <View className="wf" {...aria({ role: 'radiogroup', label: t('wish.filter') })}>
      {offered.map((filter) => (
        <Pressable key={filter} role="radio" checked={filter === value} className={cls('chip', filter === value && 'chip-on', filter === 'conflict' && filter !== value && 'bad')} onTap={() => onChange(filter)}>
          <Text>{t(`wish.${filter}`, { n: count(filter) })}</Text>
        </Pressable>
      ))}
    </View>
  );
}
