import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Message } from '@shared/wire/message';
import { onlyProposes } from '@shared/domain/proposed';
import { clockTime } from '@/i18n/time';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Icon, type IconName } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';
import { Tag } from '@/ui/Small';
import { CardBody } from '../card/CardBody';
import { RoleMark } from '../role/RoleMark';
import { Held } from './Held';
import { QuoteBlock, Reactions } from './MessageParts';
import { aiPieces } from './pieces';
import { useRoom } from './RoomContext';

/* About eight lines of the bubble; beyond, the rest is one tap away. */
const FOLD_CHARACTERS = 150;
const FOLD_LINES = 8;
const SHOWN_SOURCES = 4;

const isLong = (text: string): boolean => text.length > FOLD_CHARACTERS || text.split('\n').length > FOLD_LINES;

function Words({ message, folded }: { message: Message; folded: boolean }) {
  const { jump, t } = useRoom();
  const sources = message.sources ?? [];
  const parts = message.parts ?? [{ text: message.text, cites: [] }];
  return (
    <View className={cls('aib-text', folded && 'aib-fold')}>
      {aiPieces(parts, sources).map((piece, i) => {
        if (piece.kind !== 'cite') {
          return (
            <Text key={i} className={cls(piece.kind === 'title' && 'aib-title')}>
              {piece.text}
            </Text>
          );
        }
        const label = t('room.ai.source', { n: piece.text, label: sources[Number(piece.text) - 1]?.label ?? '' });
        return (
          <View key={i} className="aib-tail">
            <Pressable className="aib-cite" label={label} onTap={() => jump(piece.seq ?? 0)}>
              {piece.text}
            </Pressable>
            {piece.after !== undefined && <Text>{piece.after}</Text>}
          </View>
        );
      })}
    </View>
  );
}

function SourceChips({ message, all }: { message: Message; all: boolean }) {
  const { jump, t } = useRoom();
  const sources = message.sources ?? [];
  if (sources.length === 0) return null;
  return (
    <View className="srcs">
      {(all ? sources : sources.slice(0, SHOWN_SOURCES)).map((source, i) => (
        <Pressable key={source.seq} className="src" label={t('room.ai.source', { n: i + 1, label: source.label })} onTap={() => jump(source.seq)}>
          <View className="src-n">{i + 1}</View>
          <Text>{source.label}</Text>
        </Pressable>
      ))}
    </View>
  );
}

function Act({ icon, text, onTap }: { icon: IconName; text: string; onTap(): void }) {
  const { elder } = useRoom();
  return (
    <Pressable className="aib-act" onTap={onTap}>
      <Icon name={icon} size={elder ? 22 : 16} />
      <Text>{text}</Text>
    </Pressable>
  );
}

/** The AI member's message: smaller than people's, labelled, with its numbered sources and the way to its receipt. */
export function AiBubble({ message }: { message: Message }) {
  const { pai, t, elder, openMenu, openReceipt, hideAi } = useRoom();
  const role = pai.assistants.find(({ id }) => id === message.sender.id);
  const long = isLong(message.text);
  const [folded, setFolded] = useState(long);
  const [all, setAll] = useState(false);
  const count = message.sources?.length ?? 0;
  return (
    <View className="msg msg-ai">
      <View className="msg-mark">
        <RoleMark role={role} size={elder ? 32 : 28} />
      </View>
      <View className={cls('msg-bd', message.card && 'wide')}>
        <View className="msg-who">
          <Text>{message.sender.name}</Text>
          <Tag kind="ai">{message.label?.visible ?? t('room.ai.label')}</Tag>
        </View>
        <Held id={`b${message.seq}`} className={message.card ? 'prop prop-ai' : 'aib'} label={`${message.sender.name} ${t('room.ai.label')} ${clockTime(new Date(message.sentAt))}`} onHold={() => openMenu(message)}>
          {message.replyTo && !message.card && <QuoteBlock quote={message.replyTo} />}
          {!(message.card && onlyProposes(message.text)) && (
            <View className={cls(message.card && 'prop-said')}>
              <Words message={message} folded={folded} />
            </View>
          )}
          {message.card && <CardBody message={message} card={message.card} />}
          {long && (
            <Pressable className="aib-more" expanded={!folded} onTap={() => setFolded(!folded)}>
              {t(folded ? 'room.ai.more' : 'room.ai.less')}
            </Pressable>
          )}
          <SourceChips message={message} all={all} />
          {message.fallback && <View className="t12 soft aib-note">{t('room.ai.fallback')}</View>}
        </Held>
        <Reactions message={message} />
        {message.held && <View className="msg-state">{t('room.ai.held')}</View>}
        <View className="aib-acts" {...aria({ role: 'group' })}>
          {message.runId !== undefined && <Act icon="receipt" text={t(elder ? 'room.ai.why.elder' : 'room.ai.why')} onTap={() => openReceipt(message)} />}
          {count > 0 && !elder && <Act icon="quote" text={t('room.ai.sources', { n: count })} onTap={() => setAll(!all)} />}
          <Act icon="hide" text={t(elder ? 'room.ai.hide.elder' : 'room.ai.hide')} onTap={hideAi} />
        </View>
      </View>
    </View>
  );
}
