import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import type { Itinerary, PlanItem } from '@shared/wire/itinerary';
import * as api from '@/features/itinerary/api';
import type { Alternative, At } from '@/features/itinerary/api';
import { clock, dateOf, nameOf, yuan } from '@/features/itinerary/say';
import type { EditPlan } from '@/features/itinerary/useEdit';
import { useTripT } from '@/features/itinerary/words';
import { openRoom } from '@/features/screen/go';
import { saying } from '@/features/screen/saving';
import { useT } from '@/i18n';
import { freshId } from '@/platform/random';
import { Button } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/toast';
import { Facts } from './Facts';

interface ReplaceSheetProps {
  at: At;
  trip: Itinerary;
  item: PlanItem;
  edit: EditPlan;
  onClose(): void;
}

interface RowProps {
  one: Alternative;
  trip: Itinerary;
  item: PlanItem;
  picked: boolean;
  onPick(): void;
  onTake(): void;
}

const signed = (n: number): string => (n > 0 ? `+${yuan(n)}` : `−${yuan(-n)}`);

function AlternativeRow({ one, trip, item, picked, onPick, onTake }: RowProps) {
  const t = useTripT();
  const { place, from, to, moreCost, loses, gains } = one;
  const day = trip.plan?.days.findIndex(({ items }) => items.some(({ id }) => id === item.id)) ?? 0;
  return (
    <View className="card alt">
      <Pressable role="checkbox" checked={picked} label={t('alt.pick', { name: place.name })} className="alt-head" onTap={onPick}>
        <View className={cls('box', picked && 'box-on')}>{picked && <Icon name="check" size={16} />}</View>
        <View className="grow">
          <View className="t16 m any">{place.name}</View>
          <View className="t12 soft">{[place.kind, `${clock(from)}–${clock(to)}`, ...(moreCost === 0 ? [] : [signed(moreCost)])].join(' · ')}</View>
        </View>
      </Pressable>
      <Facts place={place} date={dateOf(trip, day)} kind={item.kind} />
      {gains.map((text) => (
        <View key={text} className="alt-line t12 ok">
          <Icon name="pass" size={16} />
          <View className="any">{text}</View>
        </View>
      ))}
      {loses.map((text) => (
        <View key={text} className="alt-line t12 bad">
          <Icon name="fail" size={16} />
          <View className="any">{text}</View>
        </View>
      ))}
      <Button kind="tint" size={44} label={`${t('alt.take')} ${place.name}`} onTap={onTake}>
        {t('alt.take')}
      </Button>
    </View>
  );
}

/** What could stand instead of a stop: taken at once, or put to the vote. */
export function ReplaceSheet({ at, trip, item, edit, onClose }: ReplaceSheetProps) {
  const [t, word] = [useTripT(), useT()];
  const [found, setFound] = useState<readonly Alternative[]>();
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    void api.listAlternatives(at, item.id).then(
      ({ alternatives }) => setFound(alternatives),
      () => setFound([]),
    );
  }, [item.id]);
  const take = (placeId: string): void => {
    onClose();
    void edit([{ do: 'replace', itemId: item.id, placeId }], { text: word('common.saved'), undo: true });
  };
  const pick = (id: string): void => setPicked((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id].slice(-4)));
  const vote = async (): Promise<void> => {
    setBusy(true);
    const sending = api.putToVote(at, item.id, { clientMsgId: freshId(), placeIds: picked });
    const sent = await saying(sending);
    setBusy(false);
    if (!sent) return;
    onClose();
    const { message } = await sending;
    toast(t('alt.voted'), { text: t('alt.see'), act: () => void openRoom(at.paiId, message.seq) });
  };
  const dock = found && found.length > 0 && (
    <View className="dock">
      <Button wide busy={busy} disabled={picked.length === 0} onTap={() => void vote()}>
        {picked.length === 0 ? t('alt.vote.few') : t('alt.vote', { n: picked.length })}
      </Button>
    </View>
  );
  return (
    <Sheet title={t('alt.title', { name: nameOf(trip, item, t) })} height="full" dock={dock} onClose={onClose}>
      {!found && <SkeletonRows rows={3} face={22} label={word('common.loading')} />}
      {found?.length === 0 && <View className="t14 soft">{t('alt.none')}</View>}
      {found?.map((one) => (
        <AlternativeRow key={one.place.id} one={one} trip={trip} item={item} picked={picked.includes(one.place.id)} onPick={() => pick(one.place.id)} onTake={() => take(one.place.id)} />
      ))}
    </Sheet>
  );
}
