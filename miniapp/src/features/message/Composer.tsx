import { useEffect, useMemo, useState, type Ref } from 'react';
import { Text, View } from '@tarojs/components';
import { MENTION_ALL } from '@shared/domain/mention';
import { mayDo } from '@shared/domain/role';
import { momentName } from '@/i18n/time';
import { isH5 } from '@/platform/env';
import { onKeyboard } from '@/platform/keyboard';
import { pickFile, pickImages } from '@/platform/pick';
import { aria } from '@/ui/aria';
import { IconButton } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { openPage } from '../screen/go';
import { offered } from './composing';
import { HoldToTalk } from './HoldToTalk';
import { useQuoteText } from './MessageParts';
import { EmojiGrid, MentionList, PlusPanel } from './Panels';
import { useRoom } from './RoomContext';
import type { Quote } from './sending';
import { TextBox } from './TextBox';
import { useComposer, type ComposerHandle, type Composing } from './useComposer';

type Panel = 'none' | 'emoji' | 'plus';

function QuoteText({ quote }: { quote: Quote }) {
  return <Text className="one">{useQuoteText(quote)}</Text>;
}

/** What the next message replies to, or which one it changes. */
function AboutBar({ composing }: { composing: Composing }) {
  const { t } = useRoom();
  const { quote, editing, release } = composing;
  if (!quote && !editing) return null;
  return (
    <View className="about">
      <Icon name={editing ? 'edit' : 'reply'} size={18} />
      <View className="grow one">{editing ? <Text>{t('room.editing')}</Text> : quote && <QuoteText quote={quote} />}</View>
      <IconButton icon="close" size={18} label={t(editing ? 'room.editing.cancel' : 'room.reply.cancel')} onTap={release} />
    </View>
  );
}

/** Why this member cannot write here now; undefined when nothing is in the way. */
function useObstacle(): string | undefined {
  const { pai, t } = useRoom();
  const { mutedUntil, role } = pai.mine;
  const now = new Date();
  if (pai.dissolveAt !== undefined) return t('room.dissolving', { day: momentName(new Date(pai.dissolveAt), now, t.locale) });
  if (mutedUntil !== undefined && Date.parse(mutedUntil) > now.getTime()) return t('room.muted', { until: momentName(new Date(mutedUntil), now, t.locale) });
  return pai.muteAll && !mayDo(role, 'mute-member') ? t('room.muteAll') : undefined;
}

function useTiles(composing: Composing, close: () => void, emoji: () => void): Parameters<typeof PlusPanel>[0]['tiles'] {
  const { pai, t, elder } = useRoom();
  const ai = pai.assistants.find((assistant) => assistant.mode !== 'off');
  const askAi = (): void => {
    close();
    composing.askAi();
  };
  const images = (from: 'album' | 'camera') => (): void => {
    close();
    void pickImages(from).then(composing.sendFiles);
  };
  const file = (): void => {
    close();
    void pickFile().then((picked) => picked && composing.sendFiles([picked]));
  };
  const make = (kind: 'poll' | 'reminder') => (): void => {
    close();
    void openPage('card', { id: pai.id, kind });
  };
  return [
    { id: 'album', icon: 'image', text: t('room.album'), act: images('album') },
    { id: 'camera', icon: 'camera', text: t('room.camera'), act: images('camera') },
    { id: 'file', icon: 'log', text: t('room.file'), act: file },
    ...(elder ? [{ id: 'emoji', icon: 'smile' as const, text: t('room.emoji'), act: emoji }] : []),
    { id: 'poll', icon: 'vote', text: t('room.poll'), act: make('poll') },
    { id: 'reminder', icon: 'bell', text: t('room.reminder'), act: make('reminder') },
    ...(ai ? [{ id: 'ai', role: ai, text: t('room.askAi', { name: ai.name }), act: askAi }] : []),
  ];
}

interface Picker {
  people: Parameters<typeof MentionList>[0]['people'];
  chosen: number;
  onKey(key: string): boolean;
}

/** Whom the @ being typed may mean, and the keys that choose among them. */
function usePicker({ query, pick, stopPicking }: Composing): Picker {
  const { t, pai, me, members } = useRoom();
  const [chosen, setChosen] = useState(0);
  useEffect(() => setChosen(0), [query?.query]);
  const people = useMemo(() => {
    if (!query) return [];
    const everyone = t('room.mention.all');
    const all = mayDo(pai.mine.role, 'mention-all') && everyone.startsWith(query.query) ? [{ id: MENTION_ALL, name: everyone }] : [];
    return [...all, ...offered(query.query, Array.from(members.values()), me)];
  }, [query, members, me, pai, t]);
  const onKey = (key: string): boolean => {
    const person = people[chosen];
    if (!person) return false;
    if (key === 'Enter' || key === 'Tab') pick(person);
    else if (key === 'ArrowDown' || key === 'ArrowUp') setChosen((chosen + (key === 'ArrowDown' ? 1 : people.length - 1)) % people.length);
    else if (key === 'Escape') stopPicking();
    else return false;
    return true;
  };
  return { people, chosen, onKey };
}

/** How far the keyboard covers the page's foot; panels are put away while it is up. */
function useKeyboard(raised: () => void): number {
  const [height, setHeight] = useState(0);
  useEffect(
    () =>
      onKeyboard((now) => {
        setHeight(now);
        if (now > 0) raised();
      }),
    [],
  );
  return height;
}

/** `onResize`: it has grown or shrunk, and what is above it with it. */
export function Composer({ handle, onResize }: { handle: Ref<ComposerHandle>; onResize(): void }) {
  const { t, elder } = useRoom();
  const composing = useComposer(handle);
  const picker = usePicker(composing);
  const [talks, setTalks] = useState(false);
  const [panel, setPanel] = useState<Panel>('none');
  const keyboard = useKeyboard(() => setPanel('none'));
  const obstacle = useObstacle();
  useEffect(onResize, [panel, keyboard, composing.quote, composing.editing]);
  const tiles = useTiles(composing, () => setPanel('none'), () => setPanel('emoji'));

  const toggle = (which: Panel): void => {
    composing.box.current?.blur();
    setTalks(false);
    setPanel(panel === which ? 'none' : which);
  };
  const lift = keyboard > 0 ? { paddingBottom: `${keyboard}px` } : {};

  if (obstacle !== undefined) {
    return (
      <View className="composer-box" {...aria({ role: 'region', label: t('room.composer') })}>
        <View className="composer-stop">
          <Icon name="mute" size={18} />
          <Text>{obstacle}</Text>
        </View>
      </View>
    );
  }
  return (
    <View className="composer-box" style={lift} {...aria({ role: 'region', label: t('room.composer') })}>
      {composing.query && <MentionList people={picker.people} chosen={picker.chosen} onPick={composing.pick} />}
      <AboutBar composing={composing} />
      <View className="composer">
        <IconButton icon={talks ? 'keyboard' : 'mic'} label={t(talks ? 'room.keyboard' : 'room.mic')} onTap={() => setTalks(!talks)} />
        {talks && <HoldToTalk onSend={(file) => composing.sendFiles([file])} />}
        <View className={cls('say', talks && 'gone')}>
          <TextBox
            handle={composing.box}
            initial={composing.initial}
            placeholder={t('room.say')}
            onChange={composing.changed}
            onSend={composing.send}
            onFocus={() => !isH5 && setPanel('none')}
            onFiles={composing.sendFiles}
            onKey={picker.onKey}
          />
        </View>
        {!elder && <IconButton icon="smile" label={t('room.emoji')} onTap={() => toggle('emoji')} />}
        {composing.hasText && !talks ? (
          <Pressable className="send" label={t('room.send')} onTap={composing.send}>
            <Icon name="send" />
          </Pressable>
        ) : (
          <IconButton icon={panel === 'plus' ? 'close' : 'plus'} size={26} label={t(panel === 'plus' ? 'room.plus.close' : 'room.plus')} onTap={() => toggle('plus')} />
        )}
      </View>
      {panel === 'emoji' && <EmojiGrid onPick={composing.insert} />}
      {panel === 'plus' && <PlusPanel tiles={tiles} />}
    </View>
  );
}
