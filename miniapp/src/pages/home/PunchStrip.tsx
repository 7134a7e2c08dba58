import { useEffect, useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import type { OpenToday } from '@shared/wire/challenge';
import { session, useMe } from '@/features/account/session';
import { batched } from '@/features/later';
import { openPage } from '@/features/screen/go';
import { useT } from '@/i18n';
import { clockTime } from '@/i18n/time';
import { listOpenToday } from '@/transport/api';
import { onFrame } from '@/transport/socket';
import { Pressable } from '@/ui/Pressable';

/** The check-in that closes first today; what was found stays until there is another answer. */
function useOpenPunch(): OpenToday['open'][number] | undefined {
  const me = useMe()?.id;
  const [open, setOpen] = useState<OpenToday['open'][number]>();
  const load = batched(300, () => {
    if (session.get().phase === 'in') listOpenToday().then((reply) => setOpen(reply.open[0]), () => undefined);
    else setOpen(undefined);
  });
  useDidShow(load);
  useEffect(() => {
    load();
    return onFrame((frame) => (frame.type === 'welcome' || (frame.type === 'events' && frame.events.some(({ type }) => type === 'challenge.changed'))) && load());
  }, [me]);
  return open;
}

/** Today's open punch-in: one, whatever there is besides; hidden when there is none. */
export function PunchStrip() {
  const t = useT();
  const open = useOpenPunch();
  if (!open) return null;
  const until = open.closesAt === undefined ? t('home.punch.open') : t('home.punch.until', { time: clockTime(new Date(open.closesAt)).replace('00:00', '24:00') });
  return (
    <Pressable className="home-punch" onTap={() => void openPage('challenge', { id: open.paiId, c: open.challengeId })}>
      <View className="grow">
        <Text className="one b home-punch-title">{t('home.punch.title', { title: open.title })}</Text>
        <Text className="one t12">{open.remindedAt === undefined ? until : t('home.punch.reminded', { time: clockTime(new Date(open.remindedAt)), until })}</Text>
      </View>
      <Text className="home-punch-go">{t('home.punch')}</Text>
    </Pressable>
  );
}
