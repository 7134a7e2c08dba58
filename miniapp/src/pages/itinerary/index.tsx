import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { FacesOf } from '@/features/itinerary/Face';
import { useItinerary, useWishes } from '@/features/itinerary/store';
import { useEdit } from '@/features/itinerary/useEdit';
import { useTripAt } from '@/features/itinerary/useTrip';
import { useTripT } from '@/features/itinerary/words';
import { useOnePai } from '@/features/pai/useOnePai';
import { goBack } from '@/features/screen/go';
import { Screen } from '@/features/screen/Screen';
import { momentName } from '@/i18n/time';
import { useLink } from '@/transport/socket';
import { Button, IconButton } from '@/ui/Button';
import { NavBar } from '@/ui/NavBar';
import { Strip } from '@/ui/States';
import { CardFrame } from './CardFrame';
import { BeingPlanned, Gathering, PlanFailed } from './Before';
import type { Tab } from './DayTabs';
import './itinerary.css';
import { liveDay } from './LiveStrip';
import { NoTrip } from './NoTrip';
import type { Over } from './over';
import { Overlay } from './Overlay';
import { PlanBody } from './PlanBody';
import { TripDock } from './TripDock';
import { useActs } from './useActs';
import { useFix } from './useFix';

/** `pai`: the pai; `id`: the itinerary, by default the one last touched; `card`: instead, the message with a trip to put right before it is begun. */
export default function ItineraryPage() {
  const { pai = '', card } = useRouter<{ pai?: string; card?: string }>().params;
  return card === undefined ? <TripPage /> : <CardFrame paiId={pai} seq={Number(card)} />;
}

function TripPage() {
  const t = useTripT();
  const { at, missing, failed, briefs, reload } = useTripAt();
  useOnePai(at.paiId);
  const { held, reading, reload: readAgain } = useItinerary(at);
  const trip = held?.itinerary;
  const wishes = useWishes(at).value?.wishes ?? [];
  const edit = useEdit(at, trip, wishes);
  const acts = useActs(at, trip);
  const isCut = useLink().phase !== 'open' && reading === 'failed';
  const [over, setOver] = useState<Over>();
  const [tab, setTab] = useState<Tab>();
  const shown: Tab = tab ?? (trip && liveDay(trip, new Date())) ?? 0;
  const days = trip?.plan?.days.length;
  useEffect(() => {
    if (typeof tab === 'number' && days !== undefined && tab >= days) setTab(0);
  }, [days]);

  const isPlanning = trip?.state === 'planning';
  const mayEdit = trip !== undefined && trip.state !== 'decided' && !isPlanning;
  const fix = useFix(at, trip, mayEdit, edit, setOver);
  const openFrame = (): void => setOver({ kind: 'frame', isNew: false });
  const plan = (): void => (trip?.city === undefined || trip.days === undefined ? openFrame() : void acts.plan());
  const dock = trip && !isPlanning && (
    trip.plan ? (
      <TripDock trip={trip} busy={acts.busy} onCost={() => setOver({ kind: 'cost' })} onDecide={() => void acts.decide()} onUndecide={() => void acts.undecide()} />
    ) : (
      <Button wide busy={acts.busy} onTap={plan}>
        {t('trip.plan')}
      </Button>
    )
  );
  const nav = <NavBar title={t('trip.title')} onBack={goBack} right={trip && <IconButton icon="more" label={t('trip.more')} onTap={() => setOver({ kind: 'menu' })} />} />;
  const overlay = over && (
    <Overlay over={over} at={at} trip={trip} briefs={briefs ?? []} mayEdit={mayEdit} edit={edit} acts={acts} onReplan={trip?.plan && mayEdit ? () => void acts.replan() : undefined} setOver={setOver} />
  );
  const state = missing ? 'none' : reading === 'gone' ? 'gone' : failed || (reading === 'failed' && !trip) ? 'failed' : trip ? undefined : 'reading';
  return (
    <FacesOf paiId={at.paiId}>
      <Screen title={t('trip.title')} nav={nav} className="trip" bodyClass="trip-body" {...(dock ? { dock } : {})} over={overlay}>
        {isCut && held && (
          <View className="trip-pad trip-cut">
            <Strip>{t('trip.kept', { when: momentName(new Date(held.at), new Date(), t.locale) })}</Strip>
          </View>
        )}
        {state && <NoTrip state={state} onRetry={at.id === '' ? reload : readAgain} onNew={() => setOver({ kind: 'frame', isNew: true })} />}
        {!state && trip?.state === 'failed' && <PlanFailed trip={trip} />}
        {!state && trip && isPlanning && <BeingPlanned onCancel={() => void acts.cancel()} />}
        {!state && trip && !isPlanning && !trip.plan && <Gathering at={at} trip={trip} onFrame={openFrame} />}
        {!state && trip?.plan && !isPlanning && <PlanBody at={at} trip={trip} tab={shown} mayEdit={mayEdit} edit={edit} acts={acts} setTab={setTab} onFix={fix} setOver={setOver} />}
      </Screen>
    </FacesOf>
  );
}
