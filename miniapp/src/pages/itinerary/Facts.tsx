import { View } from '@tarojs/components';
import type { Place, PlanItem } from '@shared/wire/itinerary';
import { hoursText, isOld, yuan } from '@/features/itinerary/say';
import { useTripT } from '@/features/itinerary/words';
import { openLink } from '@/platform/device';
import { Button } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Tag } from '@/ui/Small';

/** What is known of a place, where from and of what day. What nobody knows is said to be unknown. */
export function Facts({ place, date, kind }: { place: Place; date: string | undefined; kind?: PlanItem['kind'] }) {
  const t = useTripT();
  const { source, price, type } = place;
  const hours = hoursText(place, date, t);
  const room = type === 'hotel' && kind !== 'breakfast' && kind !== 'rest';
  const priced = price === 0 ? t('trip.free') : t(room ? 'stop.price.room' : 'stop.price', { cost: yuan(price ?? 0) });
  const url = source.url;
  return (
    <View className="facts-box t14">
      {!room && <View className={cls('any', hours.tone !== 'plain' && hours.tone)}>{hours.text}</View>}
      <View className={cls('any', price === undefined && 'warn')}>{price === undefined ? t('stop.noPrice') : priced}</View>
      {place.address !== undefined && <View className="soft any">{place.address}</View>}
      <View className="facts-tags t12 soft">
        <View className={cls('any', isOld(place, Date.now()) && 'warn')}>{t('stop.source', { name: source.name, on: source.on }) + (isOld(place, Date.now()) ? ` · ${t('stop.old')}` : '')}</View>
        {!source.verified && <Tag kind="warn">{t('stop.unverified')}</Tag>}
      </View>
      {url !== undefined && (
        <Button kind="text" size={44} onTap={() => void openLink(url)}>
          {t('stop.link')}
        </Button>
      )}
    </View>
  );
}
