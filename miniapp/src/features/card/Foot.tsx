import type { PropsWithChildren } from 'react';
import { Text, View } from '@tarojs/components';
import type { Card } from '@shared/wire/card';
import type { Message } from '@shared/wire/message';
import { Pressable } from '@/ui/Pressable';
import { useRoom } from '../message/RoomContext';
import { decide } from './acts';
import { mayUndo } from './rights';
import { useNow } from './useNow';
import { leftName } from './when';
import { useCardT } from './words';

export function FootAct({ text, onTap }: { text: string; onTap(): void }) {
  return (
    <Pressable className="prop-act" onTap={onTap}>
      {text}
    </Pressable>
  );
}

interface FootProps {
  message: Message;
  card: Card;
  text: string;
}

/** The last line of a confirmed card: how it stands, what can be done, and for five minutes the way back. */
export function Foot({ message, card, text, children }: PropsWithChildren<FootProps>) {
  const t = useCardT();
  const { pai, me } = useRoom();
  const now = useNow(card.undoUntil);
  return (
    <View className="prop-foot">
      <Text>{text}</Text>
      {children}
      {mayUndo(card, { id: me, role: pai.mine.role }, now) && <FootAct text={t('card.undo', { left: leftName(Date.parse(card.undoUntil as string) - now) })} onTap={() => void decide(message, 'undo')} />}
    </View>
  );
}
