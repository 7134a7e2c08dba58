import { Text, View } from '@tarojs/components';
import { fileUrl } from '@/transport/address';
import { aria } from '@/ui/aria';
import { AvatarStack } from '@/ui/Avatar';
import { AiMark } from '@/ui/Marks';
import { useActiveRuns } from './runs';
import { useRoom } from './RoomContext';
import { useTypers } from './typing';

const Dots = () => (
  <View className="doing-dots" {...aria({ hidden: true })}>
    <View className="dot moves" />
    <View className="dot dot-2 moves" />
    <View className="dot dot-3 moves" />
  </View>
);

const joined = (names: string[], locale: 'zh' | 'en'): string => (locale === 'zh' ? names.join('、') : names.join(', '));

/** The AI member at work, and for whom. */
export function WorkingLine() {
  const { pai, t, members, elder } = useRoom();
  const [run] = useActiveRuns(pai.id);
  if (!run || pai.mine.hideAi) return null;
  const names = run.askers.flatMap((id) => members.get(id)?.name ?? []);
  const name = pai.assistants[0]?.name ?? '';
  const key = names.length > 1 ? 'room.ai.working.all' : 'room.ai.working';
  return (
    <View className="doing" {...aria({ role: 'status' })}>
      <View className="doing-face">
        <AiMark size={elder ? 32 : 28} />
      </View>
      <Text className="any">{`${name} ${t(key, { names: joined(names, t.locale) })}`}</Text>
      <Dots />
    </View>
  );
}

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
