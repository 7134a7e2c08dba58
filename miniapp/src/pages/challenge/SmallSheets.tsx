import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Challenge } from '@shared/wire/challenge';
import { dayWords, rulesSentence } from '@/features/challenge/say';
import { usePunchT } from '@/features/challenge/words';
import { openPage } from '@/features/screen/go';
import { Button } from '@/ui/Button';
import { Area } from '@/ui/Field';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';

/** Why a check-in does not count: said to the member and to admins only. */
export function NoSheet({ onGo, onClose }: { onGo(reason: string): Promise<boolean>; onClose(): void }) {
  const t = usePunchT();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const go = async (): Promise<void> => {
    setBusy(true);
    if (await onGo(reason)) onClose();
    else setBusy(false);
  };
  return (
    <Sheet title={t('feed.no.title')} onClose={onClose}>
      <Area initial="" label={t('feed.no.reason')} maxLength={400} onChange={setReason} />
      <Button wide busy={busy} onTap={() => void go()}>
        {t('feed.no.go')}
      </Button>
    </Sheet>
  );
}

const EMOJI = ['👍', '💪', '🎉', '❤️', '😂', '🙏', '🌞', '👏'];

interface EmojiProps {
  onPick(emoji: string): void;
  /** Says that it does not count; only who may judge has it. */
  onNo?: (() => void) | undefined;
  onClose(): void;
}

export function EmojiSheet({ onPick, onNo, onClose }: EmojiProps) {
  const t = usePunchT();
  return (
    <Sheet title={t('feed.react')} onClose={onClose}>
      <View className="em">
        {EMOJI.map((emoji) => (
          <Pressable
            key={emoji}
            className="em-one"
            label={emoji}
            onTap={() => {
              onClose();
              onPick(emoji);
            }}
          >
            {emoji}
          </Pressable>
        ))}
      </View>
      {onNo && (
        <Button kind="text" size={44} wide onTap={onNo}>
          {t('feed.no.open')}
        </Button>
      )}
    </Sheet>
  );
}

/** The rules in plain words, and what they will be. */
export function RulesSheet({ challenge, onClose }: { challenge: Challenge; onClose(): void }) {
  const t = usePunchT();
  const { rules, next, by, mayManage, state, paiId, id } = challenge;
  return (
    <Sheet title={t('rules.title')} onClose={onClose}>
      <View className="card ru">
        <View className="any">{rulesSentence(rules, t)}</View>
        <View className="t12 soft">{t('rules.by', { name: by.name })}</View>
      </View>
      {next && (
        <View className="card ru">
          <View className="t14 b">{t('rules.next', { day: dayWords(next.from, t) })}</View>
          <View className="any">{rulesSentence(next.rules, t)}</View>
          <View className="t12 soft">{t('rules.next.by', { name: next.by })}</View>
        </View>
      )}
      {mayManage && state !== 'closed' && (
        <Button
          kind="fill"
          wide
          icon="edit"
          onTap={() => {
            onClose();
            void openPage('challenge', { id: paiId, c: id, view: 'edit' });
          }}
        >
          {t('rules.edit')}
        </Button>
      )}
    </Sheet>
  );
}
