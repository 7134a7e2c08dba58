import { Text, View } from '@tarojs/components';
import type { Itinerary, PlanItem } from '@shared/wire/itinerary';
import { clock, dateOf, isOld, legText, nameOf, opensText, placeOf, yuan } from '@/features/itinerary/say';
import { TripIcon } from '@/features/itinerary/TripIcon';
import { useTripT, type SpeakTrip } from '@/features/itinerary/words';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';

const TONES = { plain: 'soft', warn: 'warn', bad: 'bad' } as const;

function whoOf(trip: Itinerary, who: readonly string[] | undefined, t: SpeakTrip): string | undefined {
  if (!who) return undefined;
  const names = trip.party.filter(({ id }) => who.includes(id)).map(({ name }) => name);
  return names.length <= 2 ? t('stop.who.some', { names: names.join(t.locale === 'zh' ? '、' : ', ') }) : t('stop.who.n', { n: names.length });
}

/** How one comes to a stop from the one before. */
export function LegRow({ leg, heads }: { leg: NonNullable<PlanItem['leg']>; heads: number }) {
  const t = useTripT();
  return (
    <View className="leg">
      <View className="leg-line" />
      <View className="leg-text">
        <TripIcon name={leg.by} size={16} />
        <Text>{legText(leg, heads, t)}</Text>
      </View>
    </View>
  );
}

interface StopRowProps {
  trip: Itinerary;
  item: PlanItem;
  day: number;
  /** From 1. */
  n: number;
  failing: boolean;
  dragged: boolean;
  onTap(): void;
  onHold(): void;
}

/** One stop: when, which, until when, what it costs. */
export function StopRow({ trip, item, day, n, failing, dragged, onTap, onHold }: StopRowProps) {
  const t = useTripT();
  const place = placeOf(trip, item.placeId);
  const name = nameOf(trip, item, t);
  const opens = item.kind === 'hotel' || !place ? undefined : opensText(place, dateOf(trip, day), t);
  const old = place && isOld(place, Date.now()) ? t('stop.asOf', { on: place.source.on }) : undefined;
  const who = whoOf(trip, item.who, t);
  const cost = item.cost > 0 ? yuan(item.cost) : place?.price === undefined ? '?' : t('trip.free');
  const label = t('stop.row', { n, from: clock(item.from), to: clock(item.to), name, cost: cost === '?' ? t('stop.noPrice') : cost });
  return (
    <Pressable className={cls('stop', dragged && 'stop-up')} label={[label, opens?.text, old, who, item.note].filter(Boolean).join(' ')} onTap={onTap} onHold={onHold}>
      <View className="stop-time">{clock(item.from)}</View>
      <View className={cls('stop-n', failing && 'stop-n-bad')}>{n}</View>
      <View className="stop-main">
        <Text className="stop-name">{name}</Text>
        <View className="stop-facts">
          <Text>{item.kind === 'hotel' ? t('stop.kind.hotel') : t('stop.until', { time: clock(item.to) })}</Text>
          {opens && <Text className={TONES[opens.tone]}>{` · ${opens.text}`}</Text>}
          {old !== undefined && <Text className="warn">{` · ${old}`}</Text>}
          {who !== undefined && <Text>{` · ${who}`}</Text>}
        </View>
        {item.note !== undefined && item.note !== '' && (
          <View className="stop-note t12 soft">
            <Icon name="edit" size={14} />
            <Text className="any">{item.note}</Text>
          </View>
        )}
      </View>
      <View className="stop-cost">{cost}</View>
    </Pressable>
  );
}
