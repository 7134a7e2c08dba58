import { useEffect, useState } from 'react';
import { useRouter, useShareAppMessage } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { mayDo } from '@shared/domain/role';
import { useOnePai } from '@/features/pai/useOnePai';
import { Screen } from '@/features/screen/Screen';
import { drawCard } from '@/features/share/drawCard';
import { contentOf } from '@/features/share/content';
import { ShareCanvas } from '@/features/share/ShareCanvas';
import { useT } from '@/i18n';
import { isWeapp } from '@/platform/env';
import { ask } from '@/ui/dialog';
import { Pick } from '@/ui/Menu';
import { EmptyState, FailedState, useLate } from '@/ui/States';
import './invite.css';
import { InviteBody } from './InviteBody';
import { InviteDock } from './InviteDock';
import { InviteList } from './InviteList';
import { DAYS, useInvite, type InviteState } from './useInvite';

/* The picture of the card, drawn before anybody presses share: WeChat waits three seconds at most. */
function useCardPicture(state: InviteState): string | undefined {
  const [picture, setPicture] = useState<string>();
  const card = state.phase === 'ready' ? state.card : undefined;
  useEffect(() => {
    if (!isWeapp || !card) return;
    drawCard(contentOf(card)).then(setPicture, () => setPicture(undefined));
  }, [card]);
  return picture;
}

function useShare(state: InviteState): void {
  const t = useT();
  const imageUrl = useCardPicture(state);
  useShareAppMessage(() => {
    if (state.phase !== 'ready') return { title: t('common.app'), path: '/pages/home/index' };
    return { title: t('invite.cardTitle', { name: state.card.name }), path: state.invite.path, ...(imageUrl === undefined ? {} : { imageUrl }) };
  });
}

function Loading() {
  return useLate() ? <View className="sk sk-poster moves" /> : null;
}

export default function InvitePage() {
  const t = useT();
  const { id = '', fresh } = useRouter().params;
  const { pai } = useOnePai(id);
  const { state, all, load, another, withdraw } = useInvite(id);
  const [picks, setPicks] = useState(false);
  useShare(state);

  /* The owner has opened the pai in the meantime. */
  useEffect(() => {
    if (state.phase === 'closed' && pai !== undefined && pai.joinRule !== 'closed') load();
  }, [pai?.joinRule]);

  const withdrawAsked = async (inviteId: string): Promise<void> => {
    if (await ask({ title: t('invite.revokeTitle'), text: t('invite.revokeText'), act: t('invite.revoke'), danger: true })) await withdraw(inviteId);
  };
  const shown = state.phase === 'ready' || state.phase === 'gone' ? state : undefined;
  const mayOpen = pai !== undefined && mayDo(pai.mine.role, 'settings');
  return (
    <Screen
      title={t('invite.title')}
      bodyClass="inv"
      dock={<InviteDock state={state} paiId={id} fresh={fresh === '1'} mayOpen={mayOpen} onAnother={() => another()} />}
      over={
        picks &&
        shown && (
          <Pick
            title={t('invite.until')}
            value={String(shown.invite.days)}
            choices={DAYS.map((days) => ({ value: String(days), text: t(`invite.day${days}`), note: days === shown.invite.days ? '' : t('invite.untilNote') }))}
            onPick={(days) => another(Number(days))}
            onClose={() => setPicks(false)}
          />
        )
      }
    >
      <ShareCanvas />
      {state.phase === 'loading' && <Loading />}
      {pai && shown && <InviteBody pai={pai} shown={shown} onDays={() => setPicks(true)} onWithdraw={() => void withdrawAsked(shown.invite.id)} />}
      {state.phase === 'closed' && <EmptyState title={t('invite.closedTitle')} text={t('invite.closedText')} />}
      {state.phase === 'failed' && (
        <FailedState title={t('invite.failedTitle')} text={state.why} onRetry={load} />
      )}
      {all && shown && <InviteList invites={all.filter((invite) => invite.id !== shown.invite.id || shown.phase === 'gone' || invite.uses > 0)} onWithdraw={(invite) => void withdrawAsked(invite.id)} />}
    </Screen>
  );
}
