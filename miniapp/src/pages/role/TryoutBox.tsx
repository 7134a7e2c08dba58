import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { AiRole, TryoutReply } from '@shared/wire/aiRole';
import { useRoleT } from '@/features/role/words';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Field } from '@/ui/Field';
import { Section } from '@/ui/List';
import { Pressable } from '@/ui/Pressable';
import { useTryout } from './useTryout';

function Speaks({ speak }: { speak: boolean }) {
  const t = useRoleT();
  return <View className={cls('tag', speak && 'try-speaks')}>{t(speak ? 'role.would' : 'role.wouldNot')}</View>;
}

function Verdict({ reply, onSay }: { reply: TryoutReply; onSay: (text: string) => void }) {
  const t = useRoleT();
  const { instead } = reply;
  const why = t(`role.why.${reply.reason}`) + (instead?.mode ? t('role.insteadMode', { mode: t(`role.mode.${instead.mode}`) }) : '');
  return (
    <View {...aria({ live: 'polite' })}>
      <View className="try-row t14">
        <Speaks speak={reply.speak} />
        <Text className="soft grow any">{why}</Text>
      </View>
      {reply.text !== undefined && <View className="try-said any">{reply.text}</View>}
      {reply.proposes && <View className="t12 soft">{t('role.proposes', { what: t(`role.proposes.${reply.proposes.act}`) })}</View>}
      {reply.fallback && <View className="t12 warn">{t('role.engine')}</View>}
      {instead?.text !== undefined && (
        <Pressable className="try-row try-tap t14" onTap={() => onSay(instead.text ?? '')}>
          <Speaks speak />
          <Text className="soft grow any">{t('role.insteadSay', { text: instead.text })}</Text>
        </Pressable>
      )}
    </View>
  );
}

/** A live try: one line, whether it would speak, why, and what it would say. Nothing is sent. */
export function TryoutBox({ paiId, role, me }: { paiId: string; role: AiRole; me: string }) {
  const t = useRoleT();
  const [text, setText] = useState(() => t('role.trySample'));
  const { tried, busy, go, clear } = useTryout(paiId, role, me);
  const say = (line: string): void => {
    setText(line);
    void go(line);
  };
  return (
    <Section title={t('role.try')} side={t('role.tryNote')}>
      <View className="card try">
        {tried?.before.slice(-4).map((line, i) => (
          <View key={i} className="try-earlier t14 soft any">{`${line.from}：${line.text}`}</View>
        ))}
        <View className="try-line">
          <View className="grow">
            <Field label={t('role.tryLine')} value={text} maxLength={500} onChange={setText} onEnter={() => void go(text)} />
          </View>
          <Button kind="tint" size={44} busy={busy} disabled={text.trim() === ''} onTap={() => void go(text)}>
            {t('role.tryGo')}
          </Button>
        </View>
        {tried && (
          <>
            <View className="role-rule" />
            <Verdict reply={tried.reply} onSay={say} />
            {tried.before.length > 0 && (
              <Button kind="text" size={44} onTap={clear}>
                {t('role.tryClear')}
              </Button>
            )}
          </>
        )}
      </View>
    </Section>
  );
}
