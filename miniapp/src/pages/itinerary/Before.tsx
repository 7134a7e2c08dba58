import { Text, View } from '@tarojs/components';
import type { Itinerary } from '@shared/wire/itinerary';
import type { At } from '@/features/itinerary/api';
import { askRoom } from '@/features/itinerary/askRoom';
import { useTripT } from '@/features/itinerary/words';
import { openPage } from '@/features/screen/go';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Cell, List } from '@/ui/List';
import { AiMark } from '@/ui/Marks';

/** One thing somebody should answer, in the conversation. */
export function QuestionCard({ at, trip }: { at: At; trip: Itinerary }) {
  const t = useTripT();
  if (!trip.question) return null;
  return (
    <View className="card ask">
      <AiMark size={28} />
      <View className="grow t14 any">{trip.question.text}</View>
      <Button kind="tint" size={44} onTap={() => askRoom(at.paiId, '')}>
        {t('trip.answer')}
      </Button>
    </View>
  );
}

/** Before there is a plan: what is known so far. */
export function Gathering({ at, trip, onFrame }: { at: At; trip: Itinerary; onFrame(): void }) {
  const t = useTripT();
  const known = [trip.city, ...(trip.days === undefined ? [] : [t('trip.length', { n: trip.days })]), trip.startOn].filter(Boolean).join(' · ');
  return (
    <View className="pg-pad">
      <View className="before">
        <View className="t22 b any">{trip.title}</View>
        <View className="t14 soft">{t('trip.gathering.text', { n: trip.counts.wishes })}</View>
      </View>
      <QuestionCard at={at} trip={trip} />
      <List inset={52}>
        <Cell icon="calendar" title={t('menu.frame')} value={known === '' ? t('frame.noDate') : known} onTap={onFrame} />
        <Cell icon="wish" title={t('trip.wishes')} value={t('trip.wishes.n', { n: trip.counts.wishes })} onTap={() => void openPage('itinerary/wishes', { pai: at.paiId, id: at.id })} />
      </List>
    </View>
  );
}

/** While it is being planned: the shape of what comes. */
export function BeingPlanned({ onCancel }: { onCancel(): void }) {
  const t = useTripT();
  return (
    <View className="being" {...aria({ role: 'status', busy: true })}>
      <View className="t14 soft">{t('trip.planning')}</View>
      {[62, 48, 56, 40].map((width, i) => (
        <View key={i} className="being-row">
          <View className="sk moves being-time" />
          <View className="sk moves being-n" />
          <View className="sk moves" style={{ width: `${width}%`, height: '1em' }} />
        </View>
      ))}
      <Button kind="fill" size={44} onTap={onCancel}>
        {t('trip.cancel')}
      </Button>
    </View>
  );
}

/** It could not be planned; what was there before is shown below. */
export function PlanFailed({ trip }: { trip: Itinerary }) {
  const t = useTripT();
  return (
    <View className="trip-pad">
      <View className="strip" {...aria({ role: 'alert' })}>
        <Icon name="warn" size={18} />
        <View className="grow any">
          <Text className="m">{t('trip.planFailed')}</Text>
          <View>{trip.failure ?? t('trip.planFailed.text')}</View>
        </View>
      </View>
    </View>
  );
}
