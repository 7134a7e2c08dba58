import { lazy, Suspense } from 'react';
import { View } from '@tarojs/components';
import type { Itinerary } from '@shared/wire/itinerary';
import { useClient } from '@/features/account/session';
import { dayLabel } from '@/features/itinerary/say';
import { useTripT } from '@/features/itinerary/words';
import { useLink } from '@/transport/socket';
import { aria } from '@/ui/aria';
import { pinsOf } from './project';
import { SketchMap } from './Sketch';

/* The map library is fetched only where the cloud names tiles to draw. */
const TileMap = lazy(() => import('./TileMap'));

/** Where the day goes: on the tiles the cloud names, otherwise, or without a network, as a sketch. */
export function MapStrip({ trip, day }: { trip: Itinerary; day: number }) {
  const t = useTripT();
  const tiles = useClient()?.map;
  const isOnline = useLink().phase === 'open';
  const pins = pinsOf(trip, day, t);
  if (pins.length === 0) return null;
  const drawn = <SketchMap pins={pins} />;
  const label = t('map.label', { day: dayLabel(trip, day, t), names: pins.map(({ name }) => name).join(', ') });
  return (
    <View className="map" {...aria(tiles && isOnline ? { role: 'group', label } : { role: 'img', label })}>
      {tiles && isOnline ? (
        <Suspense fallback={drawn}>
          <TileMap pins={pins} tiles={tiles} />
        </Suspense>
      ) : (
        drawn
      )}
    </View>
  );
}
