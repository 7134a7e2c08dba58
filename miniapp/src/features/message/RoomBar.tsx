import { Text, View } from '@tarojs/components';
import { openPage } from '@/features/screen/go';
import { isH5 } from '@/platform/env';
import { fileUrl } from '@/transport/address';
import { IconButton } from '@/ui/Button';
import { Cover } from '@/ui/Cover';
import { NavBar } from '@/ui/NavBar';
import { Pressable } from '@/ui/Pressable';
import { Chip } from '@/ui/Small';
import { useRoom } from './RoomContext';

/** Name, how many, when the AI speaks. The bar itself leads to the settings; H5 has room for buttons too. */
export function RoomBar({ onBack }: { onBack: (() => void) | undefined }) {
  const { pai, t, elder, me, members } = useRoom();
  const [ai] = pai.assistants;
  const others = Array.from(members.values()).filter((member) => member.online && member.kind === 'user' && member.id !== me).length;
  const people = others > 0 ? t('room.people.here', { n: pai.memberCount, m: others + 1 }) : t('room.people', { n: pai.memberCount });
  const says = ai && t(`room.ai.${ai.mode}`, { name: ai.name });
  const settings = (): void => void openPage('settings', { id: pai.id });
  const sub = `${people}${says === undefined ? '' : ` · ${says}`}`;
  const label = `${pai.name} ${elder ? '' : `${sub} `}${t('room.settings')}`;
  return (
    <NavBar
      onBack={onBack}
      landmark={onBack !== undefined}
      label={pai.name}
      title={
        <Pressable className="room-name" label={label} onTap={settings}>
          {!elder && <Cover emoji={pai.emoji} picture={pai.cover === undefined ? undefined : fileUrl(pai.cover)} size={36} />}
          <View className="grow">
            <Text className="one">{pai.name}</Text>
            {!elder && <Text className="nav-sub one">{sub}</Text>}
          </View>
        </Pressable>
      }
      right={
        isH5 && (
          <>
            <IconButton icon="search" label={t('room.search')} onTap={() => void openPage('search', { id: pai.id })} />
            <IconButton icon="more" label={t('room.settings')} onTap={settings} />
          </>
        )
      }
    />
  );
}

/** What can be opened or asked for from here. */
export function Shelf({ onRecap }: { onRecap: (() => void) | undefined }) {
  const { t, pai } = useRoom();
  return (
    <View className="shelf">
      <Chip icon="calendar" onTap={() => void openPage('itinerary', { pai: pai.id })}>
        {t('room.trip')}
      </Chip>
      <Chip icon="wish" onTap={() => void openPage('itinerary/wishes', { pai: pai.id })}>
        {t('room.wishes')}
      </Chip>
      <Chip icon="flag" onTap={() => void openPage('challenge', { id: pai.id })}>
        {t('room.punch')}
      </Chip>
      {onRecap && (
        <Chip icon="recap" onTap={onRecap}>
          {t('room.recap')}
        </Chip>
      )}
      <Chip icon="people" onTap={() => void openPage('members', { id: pai.id })}>
        {t('room.members')}
      </Chip>
      {!isH5 && (
        <Chip icon="search" onTap={() => void openPage('search', { id: pai.id })}>
          {t('room.search')}
        </Chip>
      )}
    </View>
  );
}
