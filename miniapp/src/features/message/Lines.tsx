import { Text, View } from '@tarojs/components';
import type { Message } from '@shared/wire/message';
import { LIMITS } from '@shared/domain/limits';
import { OPERATOR } from '@shared/domain/withheld';
import { momentName } from '@/i18n/time';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { countText } from './measures';
import { recalledText } from './recalled';
import { useRoom } from './RoomContext';
import { hasRoomKey } from './words';

export function DateLine({ at }: { at: string }) {
  const { t } = useRoom();
  return <View className="line-time">{momentName(new Date(at), new Date(), t.locale)}</View>;
}

/** From so many on a recap is quicker than reading. */
const WORTH_A_RECAP = 15;

export function UnreadLine({ count }: { count: number }) {
  const { t, seeMissed } = useRoom();
  const text = countText(t, 'room.unread', count);
  return (
    <>
      <View className="line-unread" {...aria({ role: 'separator', label: text })}>
        <View className="line-rule" />
        <Text>{text}</Text>
        <View className="line-rule" />
      </View>
      {seeMissed && count >= WORTH_A_RECAP && (
        <Pressable className="line-see" onTap={seeMissed}>
          <Icon name="recap" size={18} />
          <Text>{t('room.see')}</Text>
        </Pressable>
      )}
    </>
  );
}

export function SystemLine({ message }: { message: Message }) {
  const { t } = useRoom();
  const key = `room.sys.${message.system?.code ?? ''}`;
  const [a = '', b = ''] = message.system?.names ?? [];
  return <View className="line-sys any">{hasRoomKey(key) ? t(key, { a, b }) : message.text}</View>;
}

export function RecalledLine({ message }: { message: Message }) {
  const { t, me, members, reedit } = useRoom();
  const { sender, recalledBy, recalledAt } = message;
  const by = recalledBy === undefined ? sender.id : recalledBy;
  const byName = members.get(by)?.name ?? sender.name;
  const own = by === me && sender.id === me;
  const text = own ? t('room.recalled.me') : by === OPERATOR ? t('room.recalled.operator', { name: sender.name }) : by === sender.id ? t('room.recalled.other', { name: sender.name }) : t('room.recalled.by', { by: byName, name: sender.name });
  const fresh = recalledAt !== undefined && Date.now() - Date.parse(recalledAt) < LIMITS.recallMinutes * 60_000;
  return (
    <View className="line-sys any">
      <Text>{text}</Text>
      {own && fresh && recalledText(message) !== undefined && (
        <Pressable className="line-act" onTap={() => reedit(message)}>
          {t('room.reedit')}
        </Pressable>
      )}
    </View>
  );
}
