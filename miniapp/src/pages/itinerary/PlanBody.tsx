import { Text, View } from '@tarojs/components';
import type { Itinerary } from '@shared/wire/itinerary';
import type { At } from '@/features/itinerary/api';
import type { EditPlan } from '@/features/itinerary/useEdit';
import { useTripT } from '@/features/itinerary/words';
import { momentName } from '@/i18n/time';
import { Icon } from '@/ui/Icon';
import { Tag } from '@/ui/Small';
import { toast } from '@/ui/toast';
import { QuestionCard } from './Before';
import { AllChecks, WishChecks, type OnFix } from './Checks';
import { DayTabs, type Tab } from './DayTabs';
import { LiveStrip } from './LiveStrip';
import { MapStrip } from './map/MapStrip';
import type { Over } from './over';
import { Stops } from './Stops';
import type { Acts } from './useActs';

interface PlanBodyProps {
  at: At;
  trip: Itinerary;
  tab: Tab;
  mayEdit: boolean;
  edit: EditPlan;
  acts: Acts;
  setTab(tab: Tab): void;
  onFix: OnFix;
  setOver(over: Over | undefined): void;
}

/** Who made it and who settled it. */
function Made({ trip }: { trip: Itinerary }) {
  const t = useTripT();
  return (
    <View className="made t12 soft">
      {trip.plan?.aiMade && <Tag kind="ai">{t('trip.ai')}</Tag>}
      <Text className="any">{trip.title}</Text>
      {trip.decided && (
        <View className="made-done ok">
          <Icon name="pass" size={16} />
          <Text>{t('trip.decided.by', { name: trip.decided.by.name, when: momentName(new Date(trip.decided.at), new Date(), t.locale) })}</Text>
        </View>
      )}
    </View>
  );
}

/** A plan: day by day on the map and as rows, then what everyone asked for. */
export function PlanBody({ at, trip, tab, mayEdit, edit, acts, setTab, onFix, setOver }: PlanBodyProps) {
  const t = useTripT();
  return (
    <>
      <DayTabs trip={trip} value={tab} onChange={setTab} />
      {tab === 'check' ? (
        <View className="trip-pad">
          <QuestionCard at={at} trip={trip} />
          <AllChecks trip={trip} onFix={onFix} />
        </View>
      ) : (
        <>
          <MapStrip trip={trip} day={tab} />
          <View className="trip-pad">
            <LiveStrip trip={trip} busy={acts.busy} onLate={(item) => void acts.late(item)} />
            <Made trip={trip} />
            <QuestionCard at={at} trip={trip} />
            <Stops
              key={tab}
              trip={trip}
              day={tab}
              mayEdit={mayEdit}
              edit={edit}
              onOpen={(item) => setOver({ kind: 'stop', item })}
              onAdd={() => setOver({ kind: 'add', day: tab })}
              onLocked={() => toast(t('edit.locked'))}
            />
            <WishChecks trip={trip} onFix={onFix} />
          </View>
        </>
      )}
    </>
  );
}
