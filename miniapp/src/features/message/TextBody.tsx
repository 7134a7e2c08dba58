import { useMemo } from 'react';
import { Text } from '@tarojs/components';
import { openLink } from '@/platform/device';
import { isH5 } from '@/platform/env';
import { toast } from '@/ui/toast';
import { namedOf, textPieces, type TextPiece } from './pieces';
import { useRoom } from './RoomContext';
import { roomT } from './words';

async function open(url: string): Promise<void> {
  if ((await openLink(url)) === 'copied') toast(roomT('room.link.copied'));
}

/* Links are shown and opened, never fetched. */
function Link({ piece }: { piece: TextPiece }) {
  if (isH5) {
    return (
      <a className="bub-link" href={piece.url} target="_blank" rel="noopener noreferrer nofollow">
        {piece.text}
      </a>
    );
  }
  return (
    <Text className="bub-link" onClick={() => void open(piece.url ?? '')}>
      {piece.text}
    </Text>
  );
}

/** A text with its mentions and links. */
export function TextBody({ text, mentions }: { text: string; mentions?: readonly string[] | undefined }) {
  const { named } = useRoom();
  const pieces = useMemo(() => textPieces(text, namedOf(mentions, named)), [text, mentions, named]);
  return (
    <Text className="bub-text" {...(isH5 ? { userSelect: true } : {})}>
      {pieces.map((piece, i) => {
        if (piece.kind === 'link') return <Link key={i} piece={piece} />;
        return piece.kind === 'mention' ? (
          <Text key={i} className="bub-at">
            {piece.text}
          </Text>
        ) : (
          piece.text
        );
      })}
    </Text>
  );
}
