import { Text, View } from '@tarojs/components';
import { far } from '@/features/itinerary/say';
import { useTripT } from '@/features/itinerary/words';
import { px } from '@/ui/size';
import { labels, routeMask, scaleOf, sketch, type Pin } from './project';

const BOX = { width: 375, height: 122 };
/* The strip is as wide as the column: places keep their share of it. */
const across = (x: number): string => `${(x / BOX.width) * 100}%`;

/** The day's stops drawn from their coordinates alone: needs no network and makes nothing up. */
export function SketchMap({ pins }: { pins: readonly Pin[] }) {
  const t = useTripT();
  const { spots, kmPerPx } = sketch(pins, BOX);
  const names = labels(pins, spots, BOX);
  const scale = scaleOf(kmPerPx);
  const mask = routeMask(spots, BOX);
  return (
    <View className="map-sketch">
      <View className="map-route" style={{ maskImage: mask, WebkitMaskImage: mask }} />
      {pins.map(({ n, name }, i) => (
        <View key={n} className="map-pin" style={{ left: across(spots[i]?.x ?? 0), top: px(spots[i]?.y ?? 0) }}>
          <Text>{n}</Text>
          <Text className="sr">{name}</Text>
        </View>
      ))}
      {pins.map(({ n, name }, i) => {
        const at = names[i];
        return at && (
          <View key={n} className="map-name one" style={{ left: across(at.x), top: px(at.y) }}>
            {name}
          </View>
        );
      })}
      <View className="map-scale">
        <View className="map-bar" style={{ width: across(scale.px) }} />
        <Text>{`${far(scale.km, t)} · ${t('map.sketch')}`}</Text>
      </View>
    </View>
  );
}
