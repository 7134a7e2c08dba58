import { Text, View } from '@tarojs/components';
import { fileUrl } from '@/transport/address';
import { aria } from '@/ui/aria';
import { AvatarStack } from '@/ui/Avatar';
import { useRoom } from './RoomContext';
import { useTypers } from './typing';

/** Somebody is at it. */
export const Dots = () => (
  <View className="doing-dots" {...aria({ hidden: true })}>
    <View className="dot moves" />
    <View className="dot dot-2 moves" />
    <View className="dot dot-3 moves" />
  </View>
);

/** Who is writing: at most two names, else how many. */
export function TypingLine() {
  const { pai, t, members } = useRoom();
  const typers = useTypers(pai.id);
  if (typers.length === 0) return null;
  const people = typers.slice(0, 2).map((id) => ({ id, name: members.get(id)?.name ?? '?', picture: members.get(id)?.avatar && fileUrl(members.get(id)?.avatar ?? '') }));
  const [a, b] = people;
  const text =
    typers.length > 2 ? t('room.typing.many', { n: typers.length }) : b ? t('room.typing.two', { a: a?.name ?? '', b: b.name }) : t('room.typing.one', { name: a?.name ?? '' });
  return (
    <View className="doing" {...aria({ role: 'status' })}>
      <View className="doing-face">
        <AvatarStack people={people} size={22} total={people.length} />
      </View>
      <Text className="one">{text}</Text>
      <Dots />
    </View>
  );
}
