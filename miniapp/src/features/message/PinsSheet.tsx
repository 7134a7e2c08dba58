import { View } from '@tarojs/components';
import type { Message } from '@shared/wire/message';
import { mayDo } from '@shared/domain/role';
import { momentName } from '@/i18n/time';
import { IconButton } from '@/ui/Button';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { useRoom } from './RoomContext';
import type { SpeakRoom } from './words';

/** A message in one line. */
export function briefOf(message: Message, t: SpeakRoom): string {
  if (message.kind === 'image' || message.kind === 'voice') return t(`room.kind.${message.kind}`);
  if (message.kind === 'file') return `${t('room.kind.file')} ${message.file?.name ?? ''}`;
  return message.text.replace(/\s+/g, ' ');
}

interface PinsProps {
  pins: readonly Message[];
  onUnpin(message: Message): void;
  onClose(): void;
}

/** The messages pinned in this pai. */
export function PinsSheet({ pins, onUnpin, onClose }: PinsProps) {
  const { t, pai, jump } = useRoom();
  const mayPin = mayDo(pai.mine.role, 'pin');
  const go = (message: Message): void => {
    onClose();
    jump(message.seq);
  };
  return (
    <Sheet title={t('room.pinned.title')} onClose={onClose}>
      <List>
        {pins.map((message) => (
          <View key={message.seq} className="pin-row">
            <View className="grow">
              <Cell title={briefOf(message, t)} note={`${message.sender.name} · ${momentName(new Date(message.sentAt), new Date(), t.locale)}`} go={false} onTap={() => go(message)} />
            </View>
            {mayPin && <IconButton icon="close" size={18} label={t('room.unpin')} onTap={() => onUnpin(message)} />}
          </View>
        ))}
      </List>
    </Sheet>
  );
}
