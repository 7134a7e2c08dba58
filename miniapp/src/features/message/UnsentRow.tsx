import { memo, useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { localUrl, type LocalFile } from '@/platform/localFile';
import { useLink } from '@/transport/socket';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { px } from '@/ui/size';
import { shownSize, sizeName } from './measures';
import { QuoteBlock } from './MessageParts';
import { Side } from './MessageRow';
import { Picture } from './Picture';
import { useRoom } from './RoomContext';
import type { Unsent } from './sending';
import { TextBody } from './TextBody';

function LocalPicture({ file }: { file: LocalFile }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    void localUrl(file.ref).then(setUrl);
  }, [file.ref]);
  const { width, height } = shownSize(file.width, file.height);
  return (
    <View className="pic" style={{ width: px(width), height: px(height) }}>
      {url !== undefined && <Picture className="pic-in" src={url} />}
    </View>
  );
}

function Body({ entry }: { entry: Unsent }) {
  const { file } = entry;
  if (file?.kind === 'image') return <LocalPicture file={file} />;
  if (file) {
    const seconds = Math.max(1, Math.round((file.durationMs ?? 0) / 1000));
    return (
      <View className="bub file">
        <Icon name={file.kind === 'voice' ? 'mic' : 'log'} size={22} />
        <View className="grow any">{file.kind === 'voice' ? `${seconds}″` : `${file.name} ${sizeName(file.size)}`}</View>
      </View>
    );
  }
  return (
    <View className="bub">
      {entry.replyTo && <QuoteBlock quote={entry.replyTo} />}
      <TextBody text={entry.text} mentions={entry.mentions} />
    </View>
  );
}

/** How it stands with a message that is not there yet; nothing while it goes its usual quick way. */
function State({ entry }: { entry: Unsent }) {
  const { t, resendUnsent, openUnsent } = useRoom();
  const online = useLink().phase === 'open';
  if (entry.state === 'failed') {
    return (
      <Pressable className="msg-state bad" onTap={() => resendUnsent(entry)} onHold={() => openUnsent(entry)}>
        <Icon name="retry" size={14} />
        <Text>{entry.why && entry.why !== t('room.failed') ? `${entry.why} · ${t('room.unsent')}` : t('room.unsent')}</Text>
      </Pressable>
    );
  }
  if (!online) {
    return (
      <View className="msg-state">
        <Icon name="clock" size={14} />
        <Text>{t('room.queued')}</Text>
      </View>
    );
  }
  return entry.progress === undefined ? null : <View className="msg-state">{t('room.uploading', { n: entry.progress })}</View>;
}

/** A message of mine on its way. */
export const UnsentRow = memo(function UnsentRow({ id, entry, head }: { id: string; entry: Unsent; head: boolean }) {
  return (
    <View id={id} className={cls('log-row', head && 'log-head')}>
      <Side mine head={head} face={null} name="">
        <Body entry={entry} />
        <State entry={entry} />
      </Side>
    </View>
  );
});
