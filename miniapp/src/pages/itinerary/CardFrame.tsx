import { useEffect, useState } from 'react';
import type { ItineraryContent } from '@shared/wire/card';
import type { Frame } from '@/features/itinerary/api';
import { useTripT } from '@/features/itinerary/words';
import { takeChanged } from '@/features/message/timeline';
import { useOnePai } from '@/features/pai/useOnePai';
import { goBack } from '@/features/screen/go';
import { Screen } from '@/features/screen/Screen';
import { editCard, listMessages } from '@/transport/api';
import { NavBar } from '@/ui/NavBar';
import { EmptyState, FailedState } from '@/ui/States';
import { FrameSheet } from './FrameSheet';

async function readTrip(paiId: string, seq: number): Promise<ItineraryContent | undefined> {
  const { messages } = await listMessages(paiId, { after: seq - 1, limit: 1 });
  const card = messages.find((one) => one.seq === seq)?.card;
  return card?.state === 'open' && card.act.act === 'itinerary' ? card.act.itinerary : undefined;
}

/** A trip as it was put right. A title that names the old city and days names the new ones. */
export function changed({ startOn: _start, ...trip }: ItineraryContent, { city, days, startOn, party }: Frame): ItineraryContent {
  const title = trip.title.replace(trip.city ?? '\0', city ?? '').replace(/\d+(?= (?:天|days?\b))/, (length) => String(Number(length) === trip.days ? days : length));
  return { ...trip, title, ...(city ? { city } : {}), ...(days ? { days } : {}), ...(startOn ? { startOn } : {}), ...(party ? { party } : {}) };
}

/** Puts right where, when and who of a trip that a card would begin. */
export function CardFrame({ paiId, seq }: { paiId: string; seq: number }) {
  const t = useTripT();
  useOnePai(paiId);
  const [trip, setTrip] = useState<ItineraryContent>();
  const [state, setState] = useState<'reading' | 'failed' | 'gone'>('reading');
  const read = (): void => {
    setState('reading');
    readTrip(paiId, seq).then(
      (found) => (found ? setTrip(found) : setState('gone')),
      () => setState('failed'),
    );
  };
  useEffect(read, [paiId, seq]);
  const save = async (frame: Frame): Promise<void> => {
    if (trip) takeChanged((await editCard(paiId, seq, { act: 'itinerary', itinerary: changed(trip, frame) })).message);
  };
  const sheet = trip && <FrameSheet paiId={paiId} given={trip} onSave={save} onClose={goBack} />;
  return (
    <Screen title={t('trip.title')} nav={<NavBar title={t('trip.title')} onBack={goBack} />} className="trip" over={sheet}>
      {!trip && state === 'failed' && <FailedState title={t('trip.failed')} onRetry={read} />}
      {!trip && state === 'gone' && <EmptyState title={t('trip.card.gone')} text={t('trip.card.gone.text')} />}
    </Screen>
  );
}
