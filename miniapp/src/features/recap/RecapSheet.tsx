import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Recap, RecapBody } from '@shared/wire/recap';
import { momentName } from '@/i18n/time';
import { canSpeak, hush, speak } from '@/platform/speech';
import { Button, IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { Tag } from '@/ui/Small';
import { EmptyState } from '@/ui/States';
import { useRoom } from '../message/RoomContext';
import { ShareCanvas } from '../share/ShareCanvas';
import { spokenText } from './act';
import { Making } from './Making';
import { isEmpty } from './pieces';
import { AboutSheet, Ranges, type Chosen } from './Ranges';
import './recap.css';
import { ItemMenu, Telling } from './Telling';
import { useRecap } from './useRecap';
import { useRecapT, type SpeakRecap } from './words';

const SETTLE_MS = 60;

const bodyOf = ({ range, from, topic }: Chosen): RecapBody => ({ ...(range === 'unread' && from !== undefined ? { from } : { range }), ...(topic === undefined ? {} : { topic }) });

const titleOf = (t: SpeakRecap, { range, topic }: Chosen): string => (topic !== undefined ? t('recap.about', { topic }) : t(range === 'unread' ? 'recap.missed' : 'recap.title'));

function spanOf(t: SpeakRecap, chosen: Chosen, recap: Recap, sentAt: string | undefined): string {
  const n = recap.messages;
  if (chosen.range === 'unread' && sentAt !== undefined) return t('recap.span.from', { when: momentName(new Date(sentAt), new Date(), t.locale), n });
  return t('recap.span', { when: t(`recap.range.${chosen.range}`), n });
}

function useVoice(text: string): { isOn: boolean; toggle(): void } {
  const t = useRecapT();
  const [isOn, setOn] = useState(false);
  useEffect(() => hush, []);
  const toggle = (): void => {
    setOn(!isOn);
    if (isOn) hush();
    else speak(text, t.locale, () => setOn(false));
  };
  return { isOn, toggle };
}

function Voice({ recap, title }: { recap: Recap; title: string }) {
  const t = useRecapT();
  const { isOn, toggle } = useVoice(spokenText(recap, title));
  if (!canSpeak) return null;
  return <IconButton className="card" icon={isOn ? 'pause' : 'speaker'} size={22} label={t(isOn ? 'recap.silence' : 'recap.listen')} onTap={toggle} />;
}

interface UnderProps {
  span: string;
  isChoosing: boolean;
  onChoose(): void;
}

/** Who sees it, what it is about, and that it is made by AI. */
function Under({ span, isChoosing, onChoose }: UnderProps) {
  const t = useRecapT();
  return (
    <View className="rc-sub">
      <View className="rc-only">
        <Icon name="lock" size={14} />
        <Text>{t('recap.private')}</Text>
      </View>
      <Pressable className="rc-span" label={`${span} ${t('recap.range')}`} expanded={isChoosing} onTap={onChoose}>
        <Text>{span}</Text>
        <Icon name={isChoosing ? 'up' : 'down'} size={14} />
      </Pressable>
      <Tag kind="ai">{t('recap.label')}</Tag>
    </View>
  );
}

export interface RecapProps {
  /** Where the unread begin, when the room was opened with any. */
  from?: number | undefined;
  /** Opened from the line above the unread. */
  isMissed: boolean;
  /** It has dropped to half, so that a message shows, or risen again. */
  onHalf(isHalf: boolean): void;
  onClose(): void;
}

/** What was said: for its reader alone, from where they stopped reading or of a stretch they choose. */
export function RecapSheet({ from, isMissed, onHalf, onClose }: RecapProps) {
  const t = useRecapT();
  const { pai, find, jump } = useRoom();
  const [chosen, setChosen] = useState<Chosen>({ range: from === undefined ? 'two-days' : 'unread', from });
  const [isHalf, setHalf] = useState(false);
  const [isChoosing, setChoosing] = useState(!isMissed);
  const [isAsking, setAsking] = useState(false);
  const [item, setItem] = useState<Recap['todos'][number]>();
  const view = useRecap(pai.id, bodyOf(chosen));
  const { making } = view;
  const recap = making.phase === 'done' ? making.recap : undefined;
  const title = titleOf(t, chosen);
  const drop = (half: boolean): void => {
    setHalf(half);
    onHalf(half);
  };
  const open = (seq: number): void => {
    drop(true);
    // the log has its new height by then
    setTimeout(() => jump(seq), SETTLE_MS);
  };
  const first = (): void => {
    onClose();
    if (recap) jump(recap.fromSeq);
  };
  const span = recap ? spanOf(t, chosen, recap, find(recap.fromSeq)?.sentAt) : t(`recap.range.${chosen.range}`);
  const under = !isHalf && (
    <>
      <Under span={span} isChoosing={isChoosing} onChoose={() => setChoosing(!isChoosing)} />
      {isChoosing && <Ranges chosen={chosen} from={from} onChoose={setChosen} onAbout={() => setAsking(true)} />}
    </>
  );
  const acts = (
    <>
      {isHalf && <IconButton className="card" icon="up" size={22} label={t('recap.raise')} onTap={() => drop(false)} />}
      {recap && !isEmpty(recap) && <Voice key={recap.madeAt} recap={recap} title={title} />}
    </>
  );
  const dock = recap && recap.messages > 0 && chosen.topic === undefined && !isHalf && (
    <View className="rc-dock">
      <Button wide onTap={first}>
        {t(chosen.range === 'unread' ? 'recap.first' : 'recap.firstOf')}
      </Button>
    </View>
  );
  return (
    <>
    <Sheet title={title} height={isHalf ? 'half' : 'tall'} acts={acts} under={under} dock={dock} onClose={onClose}>
      {making.phase === 'making' && <Making view={view} />}
      {making.phase === 'failed' || making.phase === 'stopped' ? (
        <EmptyState
          icon={making.phase === 'failed' ? 'offline' : 'stop'}
          title={making.phase === 'failed' ? making.why : t('recap.stopped')}
          action={
            <Button size={44} onTap={view.again}>
              {t('recap.again')}
            </Button>
          }
        />
      ) : null}
      {recap && <Telling recap={recap} chosen={chosen} title={title} open={open} onItem={setItem} />}
    </Sheet>
    {item && <ItemMenu item={item} onClose={() => setItem(undefined)} />}
    {isAsking && <AboutSheet onTopic={(topic) => setChosen({ range: 'week', from, topic })} onClose={() => setAsking(false)} />}
    <ShareCanvas />
    </>
  );
}
