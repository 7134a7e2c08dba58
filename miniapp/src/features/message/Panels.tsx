import { ScrollView, Text, View } from '@tarojs/components';
import type { Assistant, Member } from '@shared/wire/pai';
import { MENTION_ALL, type Named } from '@shared/domain/mention';
import { fileUrl } from '@/transport/address';
import { aria } from '@/ui/aria';
import { Avatar } from '@/ui/Avatar';
import { cls } from '@/ui/cls';
import { Icon, type IconName } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { RoleMark } from '../role/RoleMark';
import { EMOJI } from './emoji';
import { useRoom } from './RoomContext';

export function EmojiGrid({ onPick }: { onPick(emoji: string): void }) {
  return (
    <ScrollView className="emojis" scrollY>
      <View className="emojis-in">
        {EMOJI.map((emoji) => (
          <Pressable key={emoji} className="emoji" label={emoji} onTap={() => onPick(emoji)}>
            {emoji}
          </Pressable>
        ))}
      </View>
    </ScrollView>
  );
}

interface Tile {
  id: string;
  icon?: IconName;
  /** In place of an icon: the face of an AI role. */
  role?: Assistant;
  text: string;
  act(): void;
}

/** What else than words can be sent. */
export function PlusPanel({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <View className="plus-panel">
      {tiles.map((tile) => (
        <Pressable key={tile.id} className="plus-one" onTap={tile.act}>
          <View className={cls('plus-tile', tile.role && 'plus-ai')}>{tile.icon ? <Icon name={tile.icon} /> : <RoleMark role={tile.role} size={32} />}</View>
          <Text>{tile.text}</Text>
        </Pressable>
      ))}
    </View>
  );
}

interface MentionListProps {
  /** Members, and 所有人 as a person without a kind. */
  people: readonly (Named & Partial<Member>)[];
  /** The one that Enter takes. */
  chosen: number;
  onPick(person: Named): void;
}

function Face({ person }: { person: Named & Partial<Member> }) {
  const { pai } = useRoom();
  if (person.id === MENTION_ALL) return <View className="mention-all">@</View>;
  if (person.kind === 'ai') return <RoleMark role={pai.assistants.find(({ id }) => id === person.id)} />;
  return <Avatar size={28} person={{ id: person.id, name: person.name, picture: person.avatar && fileUrl(person.avatar) }} />;
}

/** Whom an @ may mean, over the composer. */
export function MentionList({ people, chosen, onPick }: MentionListProps) {
  const { t } = useRoom();
  if (people.length === 0) return null;
  return (
    <ScrollView className="mentions" scrollY scrollIntoView={`at${chosen}`}>
      <View {...aria({ role: 'listbox', label: t('room.mention.pick') })}>
        {people.map((person, i) => (
          <Pressable key={person.id} id={`at${i}`} role="option" selected={i === chosen} className={cls('mention-one', i === chosen && 'mention-on')} onTap={() => onPick(person)}>
            <Face person={person} />
            <Text className="one">{person.name}</Text>
          </Pressable>
        ))}
      </View>
    </ScrollView>
  );
}
