import { Text, View } from '@tarojs/components';
import type { SearchHit } from '@shared/wire/message';
import { personOf } from '@/features/member/people';
import { findPai } from '@/features/pai/store';
import { RoleMark } from '@/features/role/RoleMark';
import { openRoom } from '@/features/screen/go';
import { excerptOf, type Piece, type Span } from '@/features/search/excerpt';
import { type Speak } from '@/i18n';
import { rowTime } from '@/i18n/time';
import { Avatar } from '@/ui/Avatar';
import { Pressable } from '@/ui/Pressable';
import { useT } from './words';

/** A text with what was found in it set off, by weight as well as by colour. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <>
      {pieces.map(({ text, hit }, i) => (
        <Text key={i} className={hit ? 'hit' : ''}>
          {text}
        </Text>
      ))}
    </>
  );
}

function piecesOf({ message, spans }: SearchHit, t: Speak): Piece[] {
  const said = excerptOf(message.text, spans as Span[]);
  const { file } = message;
  if (!file) return said;
  const kind = file.kind === 'file' ? `${t('home.file')} ${file.name} ` : file.kind === 'image' ? `${t('home.image')} ` : `${t('home.voice')} `;
  return [{ text: kind, hit: false }, ...said];
}

interface HitRowProps {
  hit: SearchHit;
  /** Whether to say in which pai it stands. */
  namePai: boolean;
}

/** A message that was found; opens the conversation at it. */
export function HitRow({ hit, namePai }: HitRowProps) {
  const t = useT();
  const { message, paiName } = hit;
  const { id, name, kind } = message.sender;
  return (
    <Pressable className="hit-row" onTap={() => void openRoom(message.paiId, message.seq)}>
      {kind === 'ai' ? <RoleMark role={findPai(message.paiId)?.assistants.find((role) => role.id === id)} size={32} /> : <Avatar person={personOf({ id, name })} />}
      <View className="grow">
        <View className="row">
          <View className="grow one m">{kind === 'ai' ? `${name} · ${t('search.byAi')}` : name}</View>
          <View className="t12 soft">{rowTime(new Date(message.sentAt), new Date(), t.locale)}</View>
        </View>
        <View className="t14 soft hit-text">
          <Marked pieces={piecesOf(hit, t)} />
        </View>
        {namePai && <View className="t12 soft one">{t('search.from', { name: paiName })}</View>}
      </View>
    </Pressable>
  );
}
