import { Text, View } from '@tarojs/components';
import type { Message } from '@shared/wire/message';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Pressable } from '@/ui/Pressable';
import { CardBody } from '../card/CardBody';
import { FileCard, ImageBody, VoiceBody } from './FileBody';
import { useFile } from './freshFiles';
import { Picture } from './Picture';
import { useRoom } from './RoomContext';
import { TextBody } from './TextBody';

type Quoted = Pick<NonNullable<Message['replyTo']>, 'seq' | 'senderName' | 'text'> & { gone?: boolean };

/** What a quote says of its original. */
export function useQuoteText(quote: Quoted): string {
  const { t, find } = useRoom();
  if (quote.gone) return t('room.quote.gone');
  const kind = find(quote.seq)?.kind;
  if (kind === 'image' || kind === 'voice' || kind === 'file') return t(`room.quote.${kind}`, { name: quote.senderName });
  return `${quote.senderName}: ${quote.text}`;
}

function QuotedPicture({ message }: { message: Message }) {
  const file = useFile(message.file as NonNullable<Message['file']>);
  return <Picture className="quote-pic" src={file.thumbUrl ?? file.url} />;
}

export function QuoteBlock({ quote }: { quote: Quoted }) {
  const { find, jump } = useRoom();
  const original = find(quote.seq);
  const text = useQuoteText(quote);
  const pictured = !quote.gone && original?.kind === 'image' && original.file !== undefined && original.recalledAt === undefined;
  return (
    <Pressable className="quote" disabled={quote.gone ?? false} onTap={() => jump(quote.seq)}>
      {pictured && original && <QuotedPicture message={original} />}
      <Text className="quote-text">{text}</Text>
    </Pressable>
  );
}

export function Reactions({ message }: { message: Message }) {
  const { me, react, t } = useRoom();
  if (!message.reactions?.length) return null;
  return (
    <View className={cls('reacts', message.kind === 'image' && 'reacts-over')}>
      {message.reactions.map(({ emoji, userIds }) => (
        <Pressable
          key={emoji}
          className={cls('react', userIds.includes(me) && 'react-mine')}
          label={t('room.reaction', { emoji, n: userIds.length })}
          onTap={() => react(message, emoji)}
        >
          <Text {...aria({ hidden: true })}>{`${emoji} ${userIds.length}`}</Text>
        </Pressable>
      ))}
    </View>
  );
}

/** What a person's message is: words, a picture, a recording or a file. */
export function MessageBody({ message }: { message: Message }) {
  const { file } = message;
  if (message.kind === 'image' && file) return <ImageBody message={message} file={file} />;
  if (message.kind === 'voice' && file) return <VoiceBody message={message} file={file} />;
  if (message.kind === 'file' && file) return <FileCard message={message} file={file} />;
  if (message.card) {
    return (
      <View className="prop">
        <CardBody message={message} card={message.card} />
      </View>
    );
  }
  return (
    <View className="bub">
      {message.replyTo && <QuoteBlock quote={message.replyTo} />}
      <TextBody text={message.text} mentions={message.mentions} />
    </View>
  );
}
