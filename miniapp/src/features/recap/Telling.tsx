import { useMemo } from 'react';
import { Text, View } from '@tarojs/components';
import type { Recap } from '@shared/wire/recap';
import { momentName } from '@/i18n/time';
import { Icon, type IconName } from '@/ui/Icon';
import { Menu, type MenuItem } from '@/ui/Menu';
import { Pressable } from '@/ui/Pressable';
import { EmptyState } from '@/ui/States';
import { useRoom } from '../message/RoomContext';
import { copyRecap, poll, post, remind } from './act';
import { Outcome, Topics } from './parts';
import { isEmpty, numbersOf } from './pieces';
import type { Chosen } from './Ranges';
import { savePicture } from './savePicture';
import { useRecapT, type SpeakRecap } from './words';

/** With fewer messages reading them is quicker than reading about them. */
const FEW = 15;

function Act({ icon, text, onTap }: { icon: IconName; text: string; onTap(): void }) {
  return (
    <Pressable className="rc-act" onTap={onTap}>
      <Icon name={icon} size={18} />
      <Text>{text}</Text>
    </Pressable>
  );
}

function Notes({ recap }: { recap: Recap }) {
  const t = useRecapT();
  const notes = [
    ...(recap.gone > 0 ? [t('recap.gone', { n: recap.gone })] : []),
    ...(recap.leftOut > 0 ? [t('recap.leftOut', { n: recap.leftOut })] : []),
    ...(recap.fallback ? [t('recap.fallback')] : []),
  ];
  return (
    <>
      {notes.map((note) => (
        <View key={note} className="rc-note any">
          {note}
        </View>
      ))}
    </>
  );
}

function evening(): Date {
  const at = new Date();
  at.setHours(20, 0, 0, 0);
  return at;
}

function tomorrow(): Date {
  const at = new Date();
  at.setDate(at.getDate() + 1);
  at.setHours(9, 0, 0, 0);
  return at;
}

/* Of a day without a time: the evening before. */
function timeFor(due: Date): Date {
  const isDay = due.getHours() === 0 && due.getMinutes() === 0;
  return isDay ? new Date(due.getTime() - 4 * 3600_000) : due;
}

/** What can be made of a to-do or a question. A time nobody said is chosen, never supposed. */
function itemsFor(t: SpeakRecap, paiId: string, item: Recap['todos'][number]): MenuItem[] {
  const due = item.dueAt === undefined ? undefined : timeFor(new Date(item.dueAt));
  const isAhead = due !== undefined && due.getTime() > Date.now();
  const times: [string, Date][] = [
    ...(evening().getTime() > Date.now() ? [[t('recap.act.tonight'), evening()] as [string, Date]] : []),
    [t('recap.act.tomorrow'), tomorrow()],
  ];
  const reminders: MenuItem[] = isAhead
    ? [{ icon: 'bell', text: t('recap.act.remind'), note: momentName(due, new Date(), t.locale), act: () => void remind(paiId, item, due) }]
    : times.map(([text, at]) => ({ icon: 'bell', text, act: () => void remind(paiId, item, at) }));
  return [...reminders, { icon: 'people', text: t('recap.act.poll'), act: () => void poll(paiId, item.text, item.cites[0]) }];
}

/** What can be made of a to-do or a question, over the recap. */
export function ItemMenu({ item, onClose }: { item: Recap['todos'][number]; onClose(): void }) {
  const t = useRecapT();
  const { pai } = useRoom();
  return <Menu title={item.text} items={itemsFor(t, pai.id, item)} onClose={onClose} />;
}

interface TellingProps {
  recap: Recap;
  chosen: Chosen;
  title: string;
  open(seq: number): void;
  onItem(item: Recap['todos'][number]): void;
}

/** What a recap says, what is missing from it, and what can be done with it. */
export function Telling({ recap, chosen, title, open, onItem }: TellingProps) {
  const t = useRecapT();
  const { pai, members } = useRoom();
  const numbers = useMemo(() => numbersOf(recap), [recap]);
  const shown = { recap, numbers, members, open, act: onItem };
  const few = recap.messages < FEW && chosen.topic === undefined;
  const little = recap.messages === 0 ? t('recap.none') : t('recap.little');
  return (
    <>
      {isEmpty(recap) ? <EmptyState title={little} {...(few && recap.messages > 0 ? { text: t('recap.few', { n: recap.messages }) } : {})} /> : few && <View className="rc-note any">{t('recap.few', { n: recap.messages })}</View>}
      <Topics {...shown} />
      <Outcome {...shown} />
      <Notes recap={recap} />
      {!isEmpty(recap) && (
        <View className="rc-acts">
          <Act icon="send" text={t('recap.post')} onTap={() => void post(pai.id, recap, chosen.topic)} />
          <Act icon="copy" text={t('recap.copy')} onTap={() => void copyRecap(recap, title)} />
          <Act icon="save" text={t('recap.save')} onTap={() => void savePicture(recap, `${pai.name} · ${title}`)} />
        </View>
      )}
    </>
  );
}
