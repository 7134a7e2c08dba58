import { Text, View } from '@tarojs/components';
import type { Challenge } from '@shared/wire/challenge';
import { usePunchT } from '@/features/challenge/words';
import { useMe } from '@/features/account/session';
import { aria } from '@/ui/aria';
import { Avatar } from '@/ui/Avatar';
import { cls } from '@/ui/cls';
import { Tag } from '@/ui/Small';
import type { Faces } from './useFaces';

type Row = Challenge['byTotal'][number];

interface BoardProps {
  title: string;
  rows: readonly Row[];
  /** My own place, 0: none. */
  rank: number;
  faces: Faces;
}

function Board({ title, rows, rank, faces }: BoardProps) {
  const t = usePunchT();
  const me = useMe()?.id;
  return (
    <View className="card board">
      <View className="t14 b" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </View>
      {rows.map((row, i) => {
        const isMe = row.id === me;
        const place = isMe && rank > 0 ? rank : i + 1;
        return (
          <View key={row.id} className="board-row">
            <Text className="board-n soft">{String(place)}</Text>
            <Avatar person={faces(row)} size={24} />
            <View className="grow board-who">
              <Text className={cls('one', isMe && 'pri')}>{isMe ? t('board.me') : row.name}</Text>
              {row.makeups > 0 && <Tag kind="sun">{t('board.makeups', { n: row.makeups })}</Tag>}
            </View>
            <Text className="b">{String(row.value)}</Text>
          </View>
        );
      })}
    </View>
  );
}

/** Both rankings side by side: the first three, and always me; make-ups are marked. */
export function Boards({ challenge, faces }: { challenge: Challenge; faces: Faces }) {
  const t = usePunchT();
  const { byStreak, byTotal, rank, teams } = challenge;
  if (byTotal.length === 0) return null;
  return (
    <>
      <View className="boards">
        <Board title={t('board.streak')} rows={byStreak} rank={rank?.byStreak ?? 0} faces={faces} />
        <Board title={t('board.total')} rows={byTotal} rank={rank?.byTotal ?? 0} faces={faces} />
      </View>
      {teams && teams.length > 0 && (
        <View className="card board">
          <View className="t14 b" {...aria({ role: 'heading', level: 2 })}>
            {t('board.teams')}
          </View>
          {teams.map((team, i) => (
            <View key={team.name} className="board-row">
              <Text className="board-n soft">{String(i + 1)}</Text>
              <Text className="grow one">{team.name}</Text>
              <Text className="t12 soft">{t('board.perHead', { n: team.perHead })}</Text>
              <Text className="b">{String(team.total)}</Text>
            </View>
          ))}
        </View>
      )}
    </>
  );
}
