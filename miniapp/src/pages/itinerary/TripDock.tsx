import { Text, View } from '@tarojs/components';
import type { Itinerary } from '@shared/wire/itinerary';
import { yuan } from '@/features/itinerary/say';
import { useTripT } from '@/features/itinerary/words';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';

interface TripDockProps {
  trip: Itinerary;
  busy: boolean;
  onCost(): void;
  onDecide(): void;
  onUndecide(): void;
}

/** What it costs, its parts one tap away, and the one button: settle it, or open it again. */
export function TripDock({ trip, busy, onCost, onDecide, onUndecide }: TripDockProps) {
  const t = useTripT();
  const { plan, party, decided } = trip;
  if (!plan) return null;
  const who = `${t('trip.people', { n: party.length })} · ${t('trip.length', { n: plan.days.length })}`;
  return (
    <View className="td">
      <Pressable className="td-cost" label={`${t('trip.cost.open')} ${who} ${yuan(plan.cost)} ${t('trip.each', { cost: yuan(plan.perHead) })}`} onTap={onCost}>
        <View className="t12 soft">{who}</View>
        <View className="td-sum">
          <Text className="t18 b">{yuan(plan.cost)}</Text>
          <Text className="t12 soft">{t('trip.each', { cost: yuan(plan.perHead) })}</Text>
          <Icon name="up" size={16} className="soft" />
        </View>
      </Pressable>
      {decided ? (
        <Button kind="tint" busy={busy} label={`${t('trip.decided')} ${t('trip.undecide')}`} onTap={onUndecide}>
          {`${t('trip.decided')} · ${t('trip.undecide')}`}
        </Button>
      ) : (
        <Button busy={busy} onTap={onDecide}>
          {t('trip.decide')}
        </Button>
      )}
    </View>
  );
}
