import { memo } from 'react';
import { Text, View } from '@tarojs/components';
import { useLink } from '@/transport/socket';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { DateLine, RecalledLine, SystemLine, UnreadLine } from './Lines';
import { LogScroll } from './LogScroll';
import { countText } from './measures';
import { MessageRow } from './MessageRow';
import { useRoom } from './RoomContext';
import type { Row } from './rows';
import { UnsentRow } from './UnsentRow';
import type { LogView } from './useLog';
import { Working } from './Working';

const LogRow = memo(function LogRow({ row, flash }: { row: Row; flash: boolean }) {
  if (row.kind === 'message') return <MessageRow id={row.id} message={row.message} head={row.head} flash={flash} />;
  if (row.kind === 'unsent') return <UnsentRow id={row.id} entry={row.entry} head={row.head} />;
  return (
    <View id={row.id} className="log-row log-head">
      {row.kind === 'date' && <DateLine at={row.at} />}
      {row.kind === 'unread' && <UnreadLine count={row.count} />}
      {row.kind === 'system' && <SystemLine message={row.message} />}
      {row.kind === 'recalled' && <RecalledLine message={row.message} />}
    </View>
  );
});

const Bone = ({ wide }: { wide: boolean }) => (
  <View className="msg" {...aria({ hidden: true })}>
    <View className="bone-face sk moves" />
    <View className="msg-bd">
      <View className="bone-name sk moves" />
      <View className="bub bone">
        <View className="bone-line sk moves" style={{ width: wide ? '100%' : '70%' }} />
        {wide && <View className="bone-line sk moves" style={{ width: '60%' }} />}
      </View>
    </View>
  </View>
);

/** Messages in the shape of what is coming, and above what could not be fetched yet. */
export function Bones() {
  const { t } = useRoom();
  return (
    <View className="bones" {...aria({ role: 'status', label: t('room.older.loading') })}>
      <Bone wide />
      <Bone wide={false} />
    </View>
  );
}

function Beginning({ older }: { older: LogView['older'] }) {
  const { t, pai } = useRoom();
  const cut = useLink().phase !== 'open';
  if (older === 'none') return <View className="line-time log-first">{t(pai.mine.fromSeq > 1 ? 'room.from' : 'room.start')}</View>;
  if (older === 'more' && !cut) return <View className="log-lead" />;
  return (
    <>
      <Bones />
      {cut && <View className="line-time">{t('room.older.offline')}</View>}
    </>
  );
}

function NewPill({ view }: { view: LogView }) {
  const { t } = useRoom();
  if (!view.isAway) return null;
  const text = view.newCount > 0 ? countText(t, 'room.new', view.newCount) : t('room.latest');
  return (
    <Pressable className="pill moves" onTap={view.toEnd}>
      <Icon name="down" size={18} />
      <Text>{text}</Text>
    </Pressable>
  );
}

/** The talk. */
export function Log({ view }: { view: LogView }) {
  const { t } = useRoom();
  const { rows, shown, mentionSeq } = view;
  return (
    <View className="log-box">
      <LogScroll
        handle={view.scroll}
        firstId={shown[0]?.id}
        lastId={shown[shown.length - 1]?.id}
        isLive={view.isLive}
        label={t('room.log')}
        onNearTop={view.nearTop}
        onNearEnd={view.nearEnd}
        onAtEnd={view.setAtEnd}
        onRest={view.rest}
      >
        {view.isLoading ? <Bones /> : <Beginning older={view.older} />}
        {shown.map((row) => (
          <LogRow key={row.id} row={row} flash={row.id === view.flashId} />
        ))}
        {!view.isLoading && rows.length === 0 && <View className="line-sys">{t('room.empty')}</View>}
        <Working />
      </LogScroll>
      <View className="pills">
        {mentionSeq !== undefined && (
          /* Late: one that can be seen anyway is gone by then. */
          <Pressable className="pill pill-late" onTap={() => view.jump(mentionSeq)}>
            <Text>{t('room.mention')}</Text>
          </Pressable>
        )}
        <NewPill view={view} />
      </View>
    </View>
  );
}
