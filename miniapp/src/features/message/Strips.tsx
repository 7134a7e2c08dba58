import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Message } from '@shared/wire/message';
import { momentName } from '@/i18n/time';
import { isH5 } from '@/platform/env';
import { readStored, writeStored } from '@/platform/storage';
import { useLink } from '@/transport/socket';
import { aria } from '@/ui/aria';
import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { briefOf } from './PinsSheet';
import { useRoom } from './RoomContext';

/** A line that was cut is often back before anybody has noticed. */
const PATIENCE_MS = 1_500;

function useSeconds(until: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (until === undefined) return undefined;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return until === undefined ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}

function useCutOff(): boolean {
  const cut = useLink().phase !== 'open';
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!cut) return undefined;
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [cut]);
  return cut && late;
}

/** No network: what is written is kept, and when it is tried again. */
export function OfflineStrip() {
  const { t } = useRoom();
  const link = useLink();
  const cut = useCutOff();
  const seconds = useSeconds(link.phase === 'waiting' ? link.retryAt : undefined);
  if (link.phase === 'too-old') {
    return (
      <View className="room-strip" {...aria({ role: 'status' })}>
        <Icon name="warn" size={18} />
        <Text className="grow">{t('room.tooOld')}</Text>
        {isH5 && (
          <Pressable className="room-strip-act" onTap={() => window.location.reload()}>
            {t('room.tooOld.act')}
          </Pressable>
        )}
      </View>
    );
  }
  if (!cut) return null;
  return (
    <View className="room-strip">
      <Icon name="offline" size={18} />
      <Text className="grow" {...aria({ role: 'status' })}>
        {t('room.offline')}
      </Text>
      <Text className="t12 strip-side">{seconds > 0 ? t('room.offline.retry', { n: seconds }) : t('room.offline.trying')}</Text>
    </View>
  );
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** The announcement, until this person has put it away; a new one shows again. */
export function Announcement() {
  const { pai, t, members } = useRoom();
  const key = `u.told.${pai.id}`;
  const [told, setTold] = useState(() => readStored(key, isText));
  const [open, setOpen] = useState(false);
  const { announcement } = pai;
  if (!announcement || announcement.text === '' || told === announcement.at) return null;
  const close = (): void => {
    writeStored(key, announcement.at);
    setTold(announcement.at);
  };
  const by = t('room.announcement.by', { name: members.get(announcement.by)?.name ?? '', when: momentName(new Date(announcement.at), new Date(), t.locale) });
  return (
    <View className="notice">
      <Pressable className="notice-main" onTap={() => setOpen(true)}>
        <Icon name="speaker" size={18} />
        <Text className="notice-text one">{`${t('room.announcement')}: ${announcement.text}`}</Text>
      </Pressable>
      <IconButton icon="close" size={18} label={t('room.announcement.close')} onTap={close} />
      {open && (
        <Sheet title={t('room.announcement')} onClose={() => setOpen(false)}>
          <View className="any notice-full">{announcement.text}</View>
          <View className="t12 soft">{by}</View>
        </Sheet>
      )}
    </View>
  );
}

/** The newest pinned message; tapping opens it, or the list when there are more. */
export function PinnedStrip({ pins, onList }: { pins: readonly Message[]; onList(): void }) {
  const { t, jump } = useRoom();
  const [newest] = pins;
  if (!newest) return null;
  return (
    <Pressable className="notice notice-main" onTap={() => (pins.length > 1 ? onList() : jump(newest.seq))}>
      <Icon name="pin" size={18} />
      <Text className="notice-text one">{briefOf(newest, t)}</Text>
      {pins.length > 1 && <Text className="t12 soft nowrap">{t('room.pinned.more', { n: pins.length })}</Text>}
    </Pressable>
  );
}
