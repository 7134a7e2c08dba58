import { Map as WechatMap, View } from '@tarojs/components';
import type { Itinerary } from '@shared/wire/itinerary';
import { dayLabel } from '@/features/itinerary/say';
import { useTripT } from '@/features/itinerary/words';
import { useLink } from '@/transport/socket';
import { aria } from '@/ui/aria';
import { pinsOf, type Pin } from './project';
import { SketchMap } from './Sketch';

/* WeChat's map takes colours as they are. */
const INK = '#221F1BFF';
const PAPER = '#F8F5F0FF';
const ROUTE = '#3450B8FF';

function WechatStrip({ pins }: { pins: readonly Pin[] }) {
  const points = pins.map(({ lat, lon }) => ({ latitude: lat, longitude: lon }));
  const [first] = points;
  if (!first) return null;
  return (
    <WechatMap
      className="map-fill"
      latitude={first.latitude}
      longitude={first.longitude}
      scale={13}
      includePoints={points}
      polyline={[{ points, color: ROUTE, width: 3, dottedLine: true }]}
      markers={pins.map(({ n, name, lat, lon }, i) => ({
        id: i + 1,
        latitude: lat,
        longitude: lon,
        title: name,
        iconPath: '',
        width: 1,
        height: 1,
        label: { content: ` ${n} `, color: PAPER, fontSize: 12, anchorX: -10, anchorY: -10, borderWidth: 0, borderColor: INK, borderRadius: 12, bgColor: INK, padding: 4, textAlign: 'center' as const },
      }))}
      onError={() => undefined}
    />
  );
}

/** Where the day goes: WeChat's own map, or the sketch while there is no network. */
export function MapStrip({ trip, day }: { trip: Itinerary; day: number }) {
  const t = useTripT();
  const isOnline = useLink().phase === 'open';
  const pins = pinsOf(trip, day, t);
  if (pins.length === 0) return null;
  return (
    <View className="map" {...aria({ role: 'img', label: t('map.label', { day: dayLabel(trip, day, t), names: pins.map(({ name }) => name).join(', ') }) })}>
      {isOnline ? <WechatStrip pins={pins} /> : <SketchMap pins={pins} />}
    </View>
  );
}
