import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { ITEM_KINDS } from '@shared/domain/itinerary/types';
import type { Itinerary, Place, PlanItem } from '@shared/wire/itinerary';
import * as api from '@/features/itinerary/api';
import { PickChip } from '@/features/itinerary/PickChip';
import { dateOf, dayLabel, opensText, yuan } from '@/features/itinerary/say';
import type { EditPlan } from '@/features/itinerary/useEdit';
import { useTripT } from '@/features/itinerary/words';
import { useT } from '@/i18n';
import { Field } from '@/ui/Field';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { FailedState, SkeletonRows } from '@/ui/States';

type Kind = PlanItem['kind'];
const TYPE: Record<Kind, Place['type']> = { attraction: 'attraction', breakfast: 'restaurant', lunch: 'restaurant', dinner: 'restaurant', hotel: 'hotel', rest: 'attraction' };
const SHOWN = 30;
const TYPING_MS = 300;

interface Found {
  places: readonly Place[];
  provider: string;
}

/** Places of the city, a moment after the last key. */
function usePlaces(paiId: string, city: string, type: Place['type'], keyword: string, tries: number): Found | 'failed' | undefined {
  const [found, setFound] = useState<Found | 'failed'>();
  useEffect(() => {
    let isLate = false;
    const timer = setTimeout(() => {
      const asked = keyword.trim();
      api.findPlaces(paiId, { city, type, keyword: asked === '' ? undefined : asked }).then(
        (reply) => !isLate && setFound(reply),
        () => !isLate && setFound('failed'),
      );
    }, TYPING_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [paiId, city, type, keyword, tries]);
  return found;
}

interface AddSheetProps {
  trip: Itinerary;
  day: number;
  edit: EditPlan;
  onClose(): void;
}

/** Adds a place of the city to a day, where its time comes. */
export function AddSheet({ trip, day, edit, onClose }: AddSheetProps) {
  const [t, word] = [useTripT(), useT()];
  const [kind, setKind] = useState<Kind>('attraction');
  const [keyword, setKeyword] = useState('');
  const [tries, setTries] = useState(0);
  const asked = usePlaces(trip.paiId, trip.city ?? '', TYPE[kind], keyword, tries);
  const found = asked === 'failed' ? undefined : asked;
  const items = trip.plan?.days[day]?.items ?? [];
  const add = ({ id, name }: Place): void => {
    onClose();
    const night = items.findIndex((item) => item.kind === 'hotel');
    const place = kind === 'breakfast' ? 0 : kind === 'hotel' || night < 0 ? items.length : night;
    void edit([{ do: 'add', day, place, placeId: id, kind }], { text: t('addStop.added', { name }), undo: true });
  };
  return (
    <Sheet title={t('addStop.title', { day: dayLabel(trip, day, t) })} height="full" onClose={onClose}>
      <View className="chips">
        {ITEM_KINDS.map((one) => (
          <PickChip key={one} of="one" on={one === kind} onTap={() => setKind(one)}>
            {t(`stop.kind.${one}`)}
          </PickChip>
        ))}
      </View>
      <Field kind="search" icon="search" on="card" label={t('addStop.find')} value={keyword} onChange={setKeyword} />
      {asked === 'failed' && <FailedState title={t('addStop.failed')} onRetry={() => setTries(tries + 1)} />}
      {asked === undefined && <SkeletonRows rows={4} face={0} label={word('common.loading')} />}
      {found?.places.length === 0 && <View className="t14 soft">{t('addStop.none')}</View>}
      {found && found.places.length > 0 && (
        <>
          <List>
            {found.places.slice(0, SHOWN).map((place) => {
              const opens = opensText(place, dateOf(trip, day), t);
              return <Cell key={place.id} title={place.name} note={[place.kind, opens?.text, place.price === undefined ? t('stop.noPrice') : place.price === 0 ? t('trip.free') : yuan(place.price)].filter(Boolean).join(' · ')} go={false} onTap={() => add(place)} />;
            })}
          </List>
          <View className="t12 soft">{t('addStop.provider', { name: found.provider })}</View>
        </>
      )}
    </Sheet>
  );
}
