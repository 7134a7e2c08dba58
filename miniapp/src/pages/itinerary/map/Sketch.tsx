import type { CSSProperties } from 'react';
import { Text, View } from '@tarojs/components';
import { useTripT } from '@/features/itinerary/words';
import { px } from '@/ui/size';
import { labels, routeMask, sketch, type Pin } from './project';

const BOX = { width: 375, height: 122 };
/* The strip is as wide as the column: places keep their share of it. */
const across = (x: number): string => `${(x / BOX.width) * 100}%`;

/** The day's stops drawn from their coordinates alone: needs no network and makes nothing up. */
export function SketchMap({ pins }: { pins: readonly Pin[] }) {
  const t = useTripT();
  const spots = sketch(pins, BOX);
  const names = labels(pins, spots, BOX);
  return (
    <View className="map-sketch">
      <View className="map-route" style={{ '--route': routeMask(spots, BOX) } as CSSProperties} />
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
      <View className="map-says">{t('map.sketch')}</View>
    </View>
  );
}
