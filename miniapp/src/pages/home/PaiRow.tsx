import { Text, View } from '@tarojs/components';
import type { Pai } from '@shared/wire/pai';
import { draftOf } from '@/features/message/draft';
import { useT, type Speak } from '@/i18n';
import { dayName, rowTime } from '@/i18n/time';
import { fileUrl } from '@/transport/address';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Cover } from '@/ui/Cover';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { px } from '@/ui/size';
import { Badge } from '@/ui/Small';
import { lastLine, type LastLine } from './lastLine';

interface PaiRowProps {
  pai: Pai;
  elder: boolean;
  /** Open beside the list, on a wide window. */
  current: boolean;
  onOpen: (pai: Pai) => void;
  onMenu: (pai: Pai) => void;
}

const MARKS = { ai: 'aic', mention: 'pri', draft: 'bad' } as const;

function lineOf(pai: Pai, now: Date, t: Speak): LastLine {
  if (pai.dissolveAt !== undefined) return { text: t('home.dissolving', { day: dayName(new Date(pai.dissolveAt), now, t.locale) }) };
  return lastLine(pai, draftOf(pai.id).text, t);
}

function Line({ line }: { line: LastLine }) {
  return (
    <View className="t14 soft one">
      {line.mark && <Text className={MARKS[line.mark.kind]}>{`${line.mark.text} `}</Text>}
      <Text>{line.text}</Text>
    </View>
  );
}

function Name({ pai }: { pai: Pai }) {
  return (
    <View className="pai-name">
      <View className="one m">{pai.name}</View>
      {pai.mine.pinned && <Icon name="pin" size={14} className="soft" />}
    </View>
  );
}

function Count({ pai }: { pai: Pai }) {
  const t = useT();
  const { muted, unread } = pai.mine;
  return (
    <View className="pai-count">
      {muted && <Icon name="mute" size={16} className="soft" />}
      <View {...aria({ hidden: true })}>
        <Badge n={unread} quiet={muted} />
      </View>
      {unread > 0 && <View className="sr">{t('home.unread', { n: unread })}</View>}
    </View>
  );
}

/** One pai in the list: 74 high, in large type 100, where the time goes under the last line. */
export function PaiRow({ pai, elder, current, onOpen, onMenu }: PaiRowProps) {
  const t = useT();
  const now = new Date();
  const line = lineOf(pai, now, t);
  const time = rowTime(new Date(pai.last?.at ?? pai.createdAt), now, t.locale);
  const cover = pai.cover === undefined ? undefined : fileUrl(pai.cover);
  return (
    <Pressable className={cls('pai-row', current && 'pai-here')} onTap={() => onOpen(pai)} onHold={() => onMenu(pai)}>
      <Cover emoji={pai.emoji} picture={cover} ai={pai.assistants.some(({ mode }) => mode !== 'off')} size={elder ? 56 : 52} />
      {elder ? (
        <View className="grow">
          <View className="row">
            <View className="grow">
              <Name pai={pai} />
            </View>
            <Count pai={pai} />
          </View>
          <Line line={line} />
          <View className="t12 soft">{time}</View>
        </View>
      ) : (
        <>
          <View className="grow">
            <Name pai={pai} />
            <Line line={line} />
          </View>
          <View className="pai-side">
            <Text className="t12 soft">{time}</Text>
            <View style={{ minHeight: px(20) }}>
              <Count pai={pai} />
            </View>
          </View>
        </>
      )}
    </Pressable>
  );
}
