import { View, type ITouchEvent } from '@tarojs/components';
import type { Itinerary, PlanItem } from '@shared/wire/itinerary';
import type { EditPlan } from '@/features/itinerary/useEdit';
import { useTripT } from '@/features/itinerary/words';
import { Button } from '@/ui/Button';
import { LegRow, StopRow } from './StopRow';
import { useDrag } from './useDrag';

interface StopsProps {
  trip: Itinerary;
  day: number;
  mayEdit: boolean;
  edit: EditPlan;
  onOpen(item: PlanItem): void;
  onAdd(): void;
  onLocked(): void;
}

const BOX = 'trip-stops';
const rowId = (index: number): string => `trip-stop-${index}`;

/** The stops of a day in order; held, one can be dragged elsewhere in it. */
export function Stops({ trip, day, mayEdit, edit, onOpen, onAdd, onLocked }: StopsProps) {
  const t = useTripT();
  const items = trip.plan?.days[day]?.items ?? [];
  const { dragged, lift, onMove, onEnd } = useDrag(items.length, BOX, rowId, (from, place) => {
    const item = items[from];
    if (item) void edit([{ do: 'move', itemId: item.id, day, place }], { text: t('edit.moved'), undo: true });
  });
  const failing = new Set(trip.checks.filter(({ state, itemId }) => state === 'fail' && itemId !== undefined).map(({ itemId }) => itemId));
  /* Where the dragged row would go: above the row that then follows it. */
  const markAt = dragged && dragged.target !== dragged.index ? (dragged.target > dragged.index ? dragged.target + 1 : dragged.target) : undefined;
  return (
    <View id={BOX} className="stops" onTouchMove={(event) => onMove(event as unknown as ITouchEvent)} onTouchEnd={onEnd} onTouchCancel={onEnd} {...(dragged ? { catchMove: true } : {})}>
      {items.map((item, i) => (
        <View key={item.id} className="stop-in moves" style={{ animationDelay: `${i * 60}ms` }}>
          {item.leg && i > 0 && <LegRow leg={item.leg} heads={item.who?.length ?? trip.party.length} />}
          {!item.leg && i > 0 && <View className="leg-gap" />}
          {markAt === i && <View className="stop-mark" />}
          <View id={rowId(i)} style={dragged?.index === i ? { transform: `translateY(${dragged.dy}px)`, position: 'relative', zIndex: 3 } : {}}>
            <StopRow trip={trip} item={item} day={day} n={i + 1} failing={failing.has(item.id)} dragged={dragged?.index === i} onTap={() => onOpen(item)} onHold={() => (mayEdit ? lift(i) : onLocked())} />
          </View>
        </View>
      ))}
      {markAt === items.length && <View className="stop-mark" />}
      {items.length === 0 && <View className="t14 soft stops-none">{t('trip.empty.day')}</View>}
      {mayEdit && (
        <Button kind="text" size={44} icon="plus" className="stops-add" onTap={onAdd}>
          {t('trip.add')}
        </Button>
      )}
    </View>
  );
}
