import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Message } from '@shared/wire/message';
import { isH5 } from '@/platform/env';
import { measure, windowSpace, type Rect } from '@/platform/measure';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Icon, type IconName } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { useModal } from '@/ui/useModal';
import type { MessageAct } from './act';
import { QUICK_EMOJI } from './emoji';
import { menuPlace } from './menuPlace';
import { MessageBody } from './MessageParts';
import { EmojiGrid } from './Panels';
import { useRoom } from './RoomContext';
import type { RoomKey } from './words';

const LOOK: Record<MessageAct, { icon: IconName; key: RoomKey }> = {
  reply: { icon: 'reply', key: 'room.reply' },
  copy: { icon: 'copy', key: 'room.copy' },
  'ask-ai': { icon: 'quote', key: 'room.askAi' },
  edit: { icon: 'edit', key: 'room.edit' },
  recall: { icon: 'retry', key: 'room.recall' },
  pin: { icon: 'pin', key: 'room.pin' },
  unpin: { icon: 'pin', key: 'room.unpin' },
  report: { icon: 'flag', key: 'room.report' },
};

const ID = 'message-menu';

interface MenuProps {
  message: Message;
  acts: readonly MessageAct[];
  onAct(act: MessageAct): void;
  onEmoji(emoji: string): void;
  onClose(): void;
}

function EmojiBar({ message, onEmoji, onMore }: { message: Message; onEmoji(emoji: string): void; onMore(): void }) {
  const { t, me } = useRoom();
  const mine = (emoji: string): boolean => message.reactions?.some((reaction) => reaction.emoji === emoji && reaction.userIds.includes(me)) ?? false;
  return (
    <View className="lp-emojis">
      {QUICK_EMOJI.map((emoji) => (
        <Pressable key={emoji} className={cls('lp-emoji', mine(emoji) && 'lp-emoji-on')} label={emoji} onTap={() => onEmoji(emoji)}>
          {emoji}
        </Pressable>
      ))}
      <Pressable className="lp-emoji soft" label={t('room.more')} onTap={onMore}>
        <Icon name="plus" size={22} />
      </Pressable>
    </View>
  );
}

/* The message itself stays bright over the veil; it is drawn again there and only looked at. */
function Lifted({ message, rect, cap, shift }: { message: Message; rect: Rect; cap: number; shift: number }) {
  const mine = useRoom().me === message.sender.id;
  const beside = { [mine ? 'marginRight' : 'marginLeft']: `${shift}px` };
  return (
    <View className={cls('lp-bubble', mine && 'msg-me')} style={{ width: `${rect.width}px`, maxHeight: `${cap}px`, ...beside }} {...aria({ hidden: true })}>
      {message.sender.kind === 'ai' ? (
        <View className="aib">
          <Text className="aib-text">{message.text}</Text>
        </View>
      ) : (
        <MessageBody message={message} />
      )}
    </View>
  );
}

/** What can be done with a message: the rest of the page dims, emoji above it, acts below. */
export function MessageMenu({ message, acts, onAct, onEmoji, onClose }: MenuProps) {
  const { t, pai, me, elder } = useRoom();
  const [rect, setRect] = useState<Rect>();
  const [more, setMore] = useState(false);
  useModal(ID, onClose);
  useEffect(() => {
    void measure(`b${message.seq}`).then((found) => setRect(found ?? { left: 56, top: 200, width: 200, height: 44 }));
  }, [message.seq]);
  const mine = message.sender.id === me;
  const place = rect && menuPlace({ rect, space: windowSpace(), mine, acts: acts.length, elder, more });
  const ai = pai.assistants[0]?.name ?? '';
  return (
    <>
      <View className="veil moves" onClick={onClose} catchMove />
      <View
        id={ID}
        className={cls('lp', mine && 'lp-mine')}
        style={place ? { top: `${place.top}px`, ...(mine ? { right: `${place.side}px` } : { left: `${place.side}px` }) } : { opacity: 0 }}
        {...aria({ role: 'dialog', modal: true, label: t('room.menu') })}
        {...(isH5 ? { tabindex: '-1' } : {})}
      >
        {more ? (
          <View className="lp-more">
            <EmojiGrid onPick={onEmoji} />
          </View>
        ) : (
          <EmojiBar message={message} onEmoji={onEmoji} onMore={() => setMore(true)} />
        )}
        {rect && place && <Lifted message={message} rect={rect} cap={place.cap} shift={place.shift} />}
        <View className="lp-acts">
          {acts.map((act) => (
            <Pressable key={act} className={cls('lp-act', act === 'report' && 'bad')} onTap={() => onAct(act)}>
              <Text>{t(LOOK[act].key, { name: ai })}</Text>
              <Icon name={LOOK[act].icon} size={20} />
            </Pressable>
          ))}
        </View>
      </View>
    </>
  );
}
