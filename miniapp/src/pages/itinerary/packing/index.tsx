import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { PackingThing } from '@shared/wire/itinerary';
import { mayDo } from '@shared/domain/role';
import { useMe } from '@/features/account/session';
import * as api from '@/features/itinerary/api';
import { useRead } from '@/features/itinerary/store';
import { useTripAt } from '@/features/itinerary/useTrip';
import { useTripT } from '@/features/itinerary/words';
import { peopleAmong } from '@/features/member/people';
import { useMembers } from '@/features/member/store';
import { useOnePai } from '@/features/pai/useOnePai';
import { saying } from '@/features/screen/saving';
import { Screen } from '@/features/screen/Screen';
import { useT } from '@/i18n';
import { freshId } from '@/platform/random';
import { Button, IconButton } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Field } from '@/ui/Field';
import { Icon } from '@/ui/Icon';
import { List } from '@/ui/List';
import { Pressable } from '@/ui/Pressable';
import { EmptyState, FailedState, SkeletonRows } from '@/ui/States';
import './packing.css';

interface RowProps {
  thing: PackingThing;
  me: string;
  names: ReadonlyMap<string, string>;
  mayDrop: boolean;
  onTick(): void;
  onDrop(): void;
}

function ThingRow({ thing, me, names, mayDrop, onTick, onDrop }: RowProps) {
  const t = useTripT();
  const { text, done, who, because } = thing;
  const mine = done.includes(me);
  const others = done.filter((id) => id !== me).flatMap((id) => names.get(id) ?? []);
  const bringer = who === undefined ? undefined : names.get(who);
  const notes = [because, ...(bringer === undefined ? [] : [t('pack.who', { name: bringer })]), ...(others.length > 0 ? [t('pack.others', { names: others.join(t.locale === 'zh' ? '、' : ', ') })] : [])].filter(Boolean);
  return (
    <View className="pk">
      <Pressable role="checkbox" checked={mine} className="pk-main" onTap={onTick}>
        <View className={cls('box', mine && 'box-on')}>{mine && <Icon name="check" size={16} />}</View>
        <View className="grow">
          <View className={cls('any', mine && 'soft')}>{text}</View>
          {notes.length > 0 && <View className="t12 soft any">{notes.join(' · ')}</View>}
        </View>
      </Pressable>
      {mayDrop && <IconButton icon="trash" size={20} label={t('pack.drop', { text })} onTap={onDrop} />}
    </View>
  );
}

/** What to take along; everybody ticks for himself. `pai`: the pai; `id`: the itinerary. */
export default function PackingPage() {
  const [t, word] = [useTripT(), useT()];
  const me = useMe()?.id ?? '';
  const { at, missing, failed: noTrip, reload } = useTripAt();
  const { pai } = useOnePai(at.paiId);
  const list = useRead(at, api.readPacking);
  const names = new Map(peopleAmong(useMembers(at.paiId).members).map(({ id, name }) => [id, name]));
  const [text, setText] = useState('');
  const things = list.value?.things ?? [];
  const add = async (): Promise<void> => {
    const asked = text.trim();
    if (asked !== '' && (await saying(api.addThing(at, { clientMsgId: freshId(), text: asked }).then(list.take)))) setText('');
  };
  /* The tick is shown before the cloud has taken it. */
  const tick = async (thing: PackingThing): Promise<void> => {
    const done = !thing.done.includes(me);
    const mine = { ...thing, done: done ? [...thing.done, me] : thing.done.filter((id) => id !== me) };
    list.take({ things: things.map((one) => (one.id === thing.id ? mine : one)) });
    if (!(await saying(api.patchThing(at, thing.id, { done }).then(list.take)))) list.take({ things });
  };
  const isFailed = list.failed || noTrip;
  const dock = list.value && (
    <>
      <Field label={t('pack.hint')} on="card" value={text} maxLength={80} onChange={setText} onEnter={() => void add()} />
      <Button wide icon="plus" disabled={text.trim() === ''} onTap={() => void add()}>
        {t('pack.add')}
      </Button>
    </>
  );
  return (
    <Screen title={t('pack.title')} {...(dock ? { dock } : {})}>
      {isFailed && (
        <FailedState title={t('pack.failed')} onRetry={noTrip ? reload : list.reload} />
      )}
      {!list.value && !isFailed && !missing && <SkeletonRows rows={5} face={22} label={word('common.loading')} />}
      {(missing || things.length === 0) && (missing || list.value) && <EmptyState title={t('pack.none')} />}
      {things.length > 0 && (
        <View>
          <View className="sec">
            <Text>{t('pack.done', { n: things.filter(({ done }) => done.includes(me)).length, m: things.length })}</Text>
          </View>
          <List>
            {things.map((thing) => (
              <ThingRow
                key={thing.id}
                thing={thing}
                me={me}
                names={names}
                mayDrop={pai !== undefined && (thing.because === undefined || mayDo(pai.mine.role, 'recall-others'))}
                onTick={() => void tick(thing)}
                onDrop={() => void saying(api.dropThing(at, thing.id).then(list.take))}
              />
            ))}
          </List>
        </View>
      )}
    </Screen>
  );
}
