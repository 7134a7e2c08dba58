import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Itinerary } from '@shared/wire/itinerary';
import * as api from '@/features/itinerary/api';
import { useTripT } from '@/features/itinerary/words';
import { saying } from '@/features/screen/saving';
import { pickText } from '@/platform/pickText';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Area } from '@/ui/Field';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toast';

/** What one import may hold, in UTF-16 units. */
const MOST = 200_000;

const formatOf = (text: string): 'csv' | 'geojson' => (/^\s*[{[]/.test(text) ? 'geojson' : 'csv');

/** What came of an import: how many places, and each row that will not do with its cure. */
function Outcome({ added, changed, refused }: api.Imported) {
  const t = useTripT();
  return (
    <View {...aria({ role: 'status' })}>
      <View className="t16 m">{t('places.done', { added, changed })}</View>
      {refused.length > 0 && (
        <>
          <View className="t14 soft">{t('places.refused', { n: refused.length })}</View>
          <List>
            {refused.map(({ line, field, why }) => (
              <Cell key={`${line} ${field}`} title={why} note={t('places.row', { n: line, field })} go={false} />
            ))}
          </List>
        </>
      )}
    </View>
  );
}

/** Brings a list of places of the group's own: chosen as a file, or pasted. */
export function PlacesSheet({ trip, onClose }: { trip: Itinerary; onClose(): void }) {
  const t = useTripT();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState<api.Imported>();
  const bring = async (given: string): Promise<void> => {
    if (given.trim() === '') return toast(t('places.empty'));
    if (given.length > MOST) return toast(t('places.long'));
    setBusy(true);
    await saying(api.importPlaces(trip.paiId, { format: formatOf(given), text: given, city: trip.city }).then(setDone));
    setBusy(false);
  };
  const choose = async (): Promise<void> => {
    const given = await pickText();
    if (given !== undefined) await bring(given);
  };
  const dock = (
    <View className="dock">
      <Button wide kind="tint" busy={busy} onTap={() => void choose()}>
        {t('places.choose')}
      </Button>
      <Button wide busy={busy} disabled={text.trim() === ''} onTap={() => void bring(text)}>
        {t('places.go')}
      </Button>
    </View>
  );
  return (
    <Sheet title={t('menu.places')} height="full" dock={dock} onClose={onClose}>
      <View className="t14 soft any">{t('places.how')}</View>
      {done && <Outcome {...done} />}
      <Area initial="" label={t('places.paste')} maxLength={MOST} onChange={setText} />
    </Sheet>
  );
}
