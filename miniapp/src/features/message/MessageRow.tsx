import { memo, type PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import type { Message } from '@shared/wire/message';
import { clockTime } from '@/i18n/time';
import { fileUrl } from '@/transport/address';
import { Avatar } from '@/ui/Avatar';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { AiBubble } from './AiBubble';
import { Held, useSwipe } from './Held';
import { MessageBody, QuoteBlock, Reactions } from './MessageParts';
import { useRoom } from './RoomContext';

export const bubbleIdOf = (seq: number): string => `b${seq}`;

/** The face beside a message; holding it mentions the person. */
function Face({ message }: { message: Message }) {
  const { members, mention, elder } = useRoom();
  const { id, name } = message.sender;
  const avatar = members.get(id)?.avatar;
  return (
    <Pressable className="msg-face" label={`@${name}`} onTap={() => undefined} onHold={() => mention(id)}>
      <Avatar person={{ id, name, picture: avatar === undefined ? undefined : fileUrl(avatar) }} size={elder ? 40 : 36} />
    </Pressable>
  );
}

interface SideProps {
  mine: boolean;
  head: boolean;
  face: React.ReactNode;
  name: string;
}

/** One side of the talk: others' face and name at the left, mine at the right without. */
export function Side({ mine, head, face, name, children }: PropsWithChildren<SideProps>) {
  return (
    <View className={cls('msg', mine && 'msg-me')}>
      {!mine && (head ? face : <View className="msg-gap" />)}
      <View className="msg-bd">
        {!mine && head && <View className="msg-who one">{name}</View>}
        {children}
      </View>
    </View>
  );
}

function PersonMessage({ message, head }: { message: Message; head: boolean }) {
  const { me, t, openMenu } = useRoom();
  const at = clockTime(new Date(message.sentAt));
  return (
    <Side mine={message.sender.id === me} head={head} face={<Face message={message} />} name={message.sender.name}>
      <Held id={bubbleIdOf(message.seq)} className="msg-hold" label={`${message.sender.name} ${at}`} onHold={() => openMenu(message)}>
        {message.kind !== 'text' && message.replyTo && (
          <View className="quote-alone">
            <QuoteBlock quote={message.replyTo} />
          </View>
        )}
        <MessageBody message={message} />
      </Held>
      <Reactions message={message} />
      {message.care && <View className="t14 any">{t('room.care')}</View>}
      {message.held && <View className="msg-state">{t('room.held')}</View>}
      {(message.editedAt !== undefined || message.pinnedAt !== undefined) && (
        <View className="msg-state">
          {message.pinnedAt !== undefined && <Icon name="pin" size={14} />}
          {message.editedAt !== undefined && t('room.edited')}
        </View>
      )}
    </Side>
  );
}

interface MessageRowProps {
  id: string;
  message: Message;
  head: boolean;
  flash: boolean;
}

/** One message in the log. Swiping it to the right replies to it. */
export const MessageRow = memo(function MessageRow({ id, message, head, flash }: MessageRowProps) {
  const { reply } = useRoom();
  const swipe = useSwipe(() => reply(message));
  return (
    <View id={id} className={cls('log-row', head && 'log-head', flash && 'flash')} {...swipe}>
      {message.sender.kind === 'ai' ? <AiBubble message={message} /> : <PersonMessage message={message} head={head} />}
    </View>
  );
});
