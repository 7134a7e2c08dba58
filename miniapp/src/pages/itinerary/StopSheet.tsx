import { useState } from 'react';
import { View } from '@tarojs/components';
import { MEANS } from '@shared/domain/itinerary/types';
import type { Itinerary, PlanItem } from '@shared/wire/itinerary';
import { Face } from '@/features/itinerary/Face';
import { PickChip } from '@/features/itinerary/PickChip';
import { PickField } from '@/features/itinerary/PickField';
import { dateOf, dayLabel, nameOf, placeOf } from '@/features/itinerary/say';
import type { EditPlan } from '@/features/itinerary/useEdit';
import { useTripT } from '@/features/itinerary/words';
import { openRoom } from '@/features/screen/go';
import { Button } from '@/ui/Button';
import { Area } from '@/ui/Field';
import { Cell, List, Section } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { Chip } from '@/ui/Small';
import { toast } from '@/ui/toast';
import { Facts } from './Facts';
import type { Over } from './over';
import type { Acts } from './useActs';

interface StopSheetProps {
  trip: Itinerary;
  item: PlanItem;
  mayEdit: boolean;
  edit: EditPlan;
  acts: Acts;
  setOver(over: Over | undefined): void;
}

interface Spot {
  day: number;
  place: number;
  last: number;
}

function spotOf(trip: Itinerary, itemId: string): Spot | undefined {
  const days = trip.plan?.days ?? [];
  const day = days.findIndex(({ items }) => items.some(({ id }) => id === itemId));
  const items = days[day]?.items;
  return items && { day, place: items.findIndex(({ id }) => id === itemId), last: items.length - 1 };
}

function Times({ item, edit }: { item: PlanItem; edit: EditPlan }) {
  const t = useTripT();
  const set = (from: string, to: string): void => {
    if (from >= to) return toast(t('edit.badTime'));
    void edit([{ do: 'time', itemId: item.id, from, to }]);
  };
  return (
    <Section title={t('edit.times')}>
      <View className="pair">
        <PickField mode="time" label={t('edit.from')} value={item.from} onChange={(from) => set(from, item.to)} />
        {item.kind !== 'hotel' && <PickField mode="time" label={t('edit.to')} value={item.to} onChange={(to) => set(item.from, to)} />}
      </View>
    </Section>
  );
}

/** Moving without dragging: for a keyboard, a screen reader, and hands that shake. */
function Order({ trip, item, spot, edit }: { trip: Itinerary; item: PlanItem; spot: Spot; edit: EditPlan }) {
  const t = useTripT();
  const { day, place, last } = spot;
  const to = (toDay: number, at: number): void => void edit([{ do: 'move', itemId: item.id, day: toDay, place: at }], { text: t('edit.moved'), undo: true });
  return (
    <Section title={t('edit.order')}>
      <View className="pair">
        <Button kind="card" size={44} icon="up" className="grow" disabled={place === 0} onTap={() => to(day, place - 1)}>
          {t('edit.up')}
        </Button>
        <Button kind="card" size={44} icon="down" className="grow" disabled={place === last} onTap={() => to(day, place + 1)}>
          {t('edit.down')}
        </Button>
      </View>
      <View className="chips">
        {(trip.plan?.days ?? []).map(({ items }, other) => other !== day && (
          <Chip key={other} onTap={() => to(other, items.filter(({ from }) => from < item.from).length)}>
            {t('edit.toDay', { day: dayLabel(trip, other, t) })}
          </Chip>
        ))}
      </View>
    </Section>
  );
}

function Who({ trip, item, edit }: { trip: Itinerary; item: PlanItem; edit: EditPlan }) {
  const t = useTripT();
  const who = item.who ?? trip.party.map(({ id }) => id);
  const toggle = (id: string): void => {
    const next = who.includes(id) ? who.filter((one) => one !== id) : [...who, id];
    if (next.length === 0) return toast(t('edit.nobody'));
    void edit([{ do: 'who', itemId: item.id, who: next }]);
  };
  return (
    <Section title={t('edit.who')}>
      <View className="chips">
        {trip.party.map(({ id, name }) => (
          <PickChip key={id} of="any" on={who.includes(id)} before={<Face id={id} name={name} size={24} />} onTap={() => toggle(id)}>
            {name}
          </PickChip>
        ))}
      </View>
    </Section>
  );
}

function Means({ item, edit }: { item: PlanItem; edit: EditPlan }) {
  const t = useTripT();
  const { leg } = item;
  if (!leg) return null;
  return (
    <Section title={t('edit.means')}>
      <View className="chips">
        {MEANS.map((by) => (
          <PickChip key={by} of="one" on={leg.by === by} onTap={() => leg.by !== by && void edit([{ do: 'means', itemId: item.id, by }])}>
            {t(`means.${by}`)}
          </PickChip>
        ))}
      </View>
      <View className="t12 soft">{t('leg.guess')}</View>
    </Section>
  );
}

function Note({ item, edit }: { item: PlanItem; edit: EditPlan }) {
  const t = useTripT();
  const [text, setText] = useState(item.note ?? '');
  const changed = text.trim() !== (item.note ?? '');
  return (
    <Section title={t('edit.note')}>
      <Area initial={item.note ?? ''} label={t('edit.note')} hint={t('edit.note.hint')} maxLength={500} onChange={setText} />
      {changed && (
        <Button kind="tint" size={44} onTap={() => void edit([{ do: 'note', itemId: item.id, note: text.trim() }])}>
          {t('frame.go')}
        </Button>
      )}
    </Section>
  );
}

/** All that can be known and done about one stop. */
export function StopSheet({ trip, item, mayEdit, edit, acts, setOver }: StopSheetProps) {
  const t = useTripT();
  const spot = spotOf(trip, item.id);
  const place = placeOf(trip, item.placeId);
  const name = nameOf(trip, item, t);
  const vote = [...trip.votes].reverse().find(({ itemId }) => itemId === item.id);
  const remove = (): void => {
    setOver(undefined);
    void edit([{ do: 'remove', itemId: item.id }], { text: t('edit.removed', { name }), undo: true });
  };
  return (
    <Sheet title={name} onClose={() => setOver(undefined)}>
      {place && <Facts place={place} date={spot && dateOf(trip, spot.day)} kind={item.kind} />}
      {item.note !== undefined && !mayEdit && <View className="t14 any">{item.note}</View>}
      {mayEdit && spot && (
        <>
          <Times item={item} edit={edit} />
          <Order trip={trip} item={item} spot={spot} edit={edit} />
          {trip.party.length > 1 && <Who trip={trip} item={item} edit={edit} />}
          <Means item={item} edit={edit} />
          <Note key={item.note} item={item} edit={edit} />
        </>
      )}
      <List inset={52}>
        {mayEdit && item.kind !== 'rest' && <Cell icon="retry" title={t('edit.replace')} note={t('edit.replace.note')} onTap={() => setOver({ kind: 'replace', item })} />}
        {vote && <Cell icon="vote" title={t('alt.see.vote')} onTap={() => void openRoom(trip.paiId, vote.seq)} />}
        {vote && mayEdit && <Cell icon="check" title={t('alt.apply')} note={t('alt.apply.note')} go={false} onTap={() => void acts.applyVote(item, vote.seq)} />}
        <Cell icon="reply" title={t('say.title')} onTap={() => setOver({ kind: 'comments', item })} />
        {mayEdit && <Cell icon="trash" danger title={t('edit.remove')} go={false} onTap={remove} />}
      </List>
    </Sheet>
  );
}
