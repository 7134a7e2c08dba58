import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Message, WireFile } from '@shared/wire/message';
import { playAudio, stopAudio, useIsPlaying } from '@/platform/audio';
import { previewImages, saveFile } from '@/platform/device';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { px } from '@/ui/size';
import { toast } from '@/ui/toast';
import { renewFile, useFile } from './freshFiles';
import { markHeard, useIsHeard } from './heard';
import { sizeName, shownSize } from './measures';
import { Picture } from './Picture';
import { useRoom } from './RoomContext';

interface BodyProps {
  message: Message;
  file: WireFile;
}

export function ImageBody({ message, file }: BodyProps) {
  const { t } = useRoom();
  const shown = useFile(file);
  const [failed, setFailed] = useState(false);
  const { width, height } = shownSize(file.width, file.height);
  const ground = file.placeholder === undefined ? {} : { backgroundImage: `url(${file.placeholder})` };
  const renew = (): void => {
    setFailed(true);
    void renewFile(message).then((fresh) => fresh && setFailed(false));
  };
  return (
    <Pressable
      className="pic"
      style={{ width: px(width), height: px(height), ...ground }}
      label={t('room.image', { name: message.sender.name })}
      onTap={() => (failed ? setFailed(false) : previewImages([shown.url], shown.url))}
    >
      {failed ? (
        <View className="pic-failed t12">{t('room.image.failed')}</View>
      ) : (
        <Picture className="pic-in" lazy src={shown.thumbUrl ?? shown.url} onError={renew} />
      )}
    </Pressable>
  );
}

export function VoiceBody({ message, file }: BodyProps) {
  const { t, me } = useRoom();
  const shown = useFile(file);
  const isPlaying = useIsPlaying(file.id);
  const heard = useIsHeard(file.id) || message.sender.id === me;
  const seconds = Math.max(1, Math.round((file.durationMs ?? 0) / 1000));
  const play = (): void => {
    if (isPlaying) return stopAudio();
    markHeard(file.id);
    playAudio(file.id, shown.url)
      .catch(async () => {
        const fresh = await renewFile(message);
        if (!fresh) throw new Error('voice');
        await playAudio(file.id, fresh.url);
      })
      .catch(() => toast(t('room.voice.failed')));
  };
  const label = `${t('room.voice', { n: seconds })}${heard ? '' : ` ${t('room.voice.unheard')}`}`;
  return (
    <View className="voice-box">
      <Pressable className="bub voice" style={{ width: px(96 + Math.min(seconds, 60) * 2) }} label={label} onTap={play}>
        <Icon name={isPlaying ? 'pause' : 'play'} size={22} />
        <View className={cls('voice-bars', isPlaying && 'voice-on')} {...aria({ hidden: true })}>
          {[10, 16, 8, 14, 6].map((height, i) => (
            <View key={i} className="voice-bar moves" style={{ height: px(height), animationDelay: `${i * 0.12}s` }} />
          ))}
        </View>
        <Text>{`${seconds}″`}</Text>
      </Pressable>
      {!heard && <View className="voice-dot" />}
    </View>
  );
}

export function FileCard({ message, file }: BodyProps) {
  const { t } = useRoom();
  const shown = useFile(file);
  const save = async (): Promise<void> => {
    if (await saveFile(shown.url, file.name)) return;
    const fresh = await renewFile(message);
    if (!fresh || !(await saveFile(fresh.url, file.name))) toast(t('room.file.failed'));
  };
  return (
    <Pressable className="bub file" onTap={() => void save()}>
      <View className="file-icon">
        <Icon name="log" size={24} />
      </View>
      <View className="grow">
        <View className="file-name any">{file.name}</View>
        <View className="t12 soft">{sizeName(file.size)}</View>
      </View>
      <View className="soft" {...aria({ role: 'img', label: t('room.file.save') })}>
        <Icon name="save" size={20} />
      </View>
    </Pressable>
  );
}
