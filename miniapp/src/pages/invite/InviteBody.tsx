import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Pai } from '@shared/wire/pai';
import { mayDo } from '@shared/domain/role';
import { updatePai } from '@/features/pai/store';
import { contentOf } from '@/features/share/content';
import { Poster } from '@/features/share/Poster';
import { drawPoster } from '@/features/share/drawPoster';
import { copy, savePicture } from '@/features/share/send';
import { usePrefs } from '@/features/settings/prefs';
import { useT } from '@/i18n';
import { dayName } from '@/i18n/time';
import { sentenceOf } from '@/transport/errors';
import { RoundAction } from '@/ui/Button';
import { Toggle } from '@/ui/Choice';
import { Cell, List } from '@/ui/List';
import { toast } from '@/ui/toast';
import type { InviteState } from './useInvite';

type Shown = Extract<InviteState, { phase: 'ready' | 'gone' }>;

interface BodyProps {
  pai: Pai;
  shown: Shown;
  onDays: () => void;
  onWithdraw: () => void;
}

function Approval({ pai }: { pai: Pai }) {
  const t = useT();
  const asks = pai.joinRule === 'approval';
  if (!mayDo(pai.mine.role, 'settings')) return <Cell icon="shield" title={t('invite.approvalMember')} value={asks ? t('common.on') : t('common.off')} />;
  const change = (on: boolean): void => void updatePai(pai.id, { joinRule: on ? 'approval' : 'link' }).catch((error: unknown) => toast(sentenceOf(error, t('common.failed'))));
  return <Cell icon="shield" title={t('invite.approval')} control={<Toggle on={asks} label={t('invite.approval')} onChange={change} />} />;
}

/** The poster, how long it holds, and what can be done with it. */
export function InviteBody({ pai, shown, onDays, onWithdraw }: BodyProps) {
  const t = useT();
  const { elder } = usePrefs();
  const [drawing, setDrawing] = useState(false);
  const { invite, card, picture } = shown;
  const gone = shown.phase === 'gone';
  const content = contentOf(card);
  const code = { url: invite.url, picture };
  const length = t(invite.days === 1 ? 'invite.day1' : invite.days === 30 ? 'invite.day30' : 'invite.day7');
  const save = async (): Promise<void> => {
    if (drawing) return;
    setDrawing(true);
    try {
      await savePicture(await drawPoster(content, pai.number, code), `${pai.name}.png`);
    } catch {
      toast(t('invite.posterFailed'));
    }
    setDrawing(false);
  };
  return (
    <>
      <Poster content={content} number={pai.number} code={code} gone={gone} elder={elder} />
      {gone ? (
        <View className="center soft">{t('invite.revoked')}</View>
      ) : (
        <>
          <List inset={52}>
            <Cell icon="clock" title={t('invite.until')} value={t('invite.untilValue', { length, day: dayName(new Date(invite.expiresAt), new Date(), t.locale) })} onTap={onDays} />
            <Approval pai={pai} />
          </List>
          <View className="quick">
            <RoundAction icon="link" text={t('invite.copyLink')} onTap={() => void copy(invite.url)} />
            <RoundAction icon="copy" text={t('invite.copyNumber')} onTap={() => void copy(pai.number)} />
            <RoundAction icon="save" text={t('invite.savePoster')} disabled={drawing} onTap={() => void save()} />
            <RoundAction icon="ban" text={t('invite.revoke')} danger onTap={onWithdraw} />
          </View>
        </>
      )}
    </>
  );
}
