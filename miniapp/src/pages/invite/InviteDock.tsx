import { openPage, swapPage } from '@/features/screen/go';
import { canShare, shareLink } from '@/features/share/send';
import { useT } from '@/i18n';
import { isWeapp } from '@/platform/env';
import { Button, WechatButton } from '@/ui/Button';
import type { InviteState } from './useInvite';

interface DockProps {
  state: InviteState;
  paiId: string;
  /** Just created: the way in has not been offered yet. */
  fresh: boolean;
  /** May change how people join. */
  mayOpen: boolean;
  onAnother: () => void;
}

function Send({ state }: { state: InviteState }) {
  const t = useT();
  if (state.phase !== 'ready') return null;
  const { card, invite } = state;
  const title = t('invite.shareText', { owner: card.owner.name, name: card.name });
  if (isWeapp) return <WechatButton openType="share">{t('invite.toWechat')}</WechatButton>;
  return (
    <Button icon={canShare() ? 'share' : 'link'} onTap={() => void shareLink(title, invite.url)}>
      {canShare() ? t('invite.share') : t('invite.copyLink')}
    </Button>
  );
}

export function InviteDock({ state, paiId, fresh, mayOpen, onAnother }: DockProps) {
  const t = useT();
  return (
    <>
      <Send state={state} />
      {state.phase === 'gone' && <Button onTap={onAnother}>{t('invite.another')}</Button>}
      {state.phase === 'closed' && mayOpen && <Button onTap={() => void openPage('settings', { id: paiId })}>{t('invite.closedOwner')}</Button>}
      {fresh && (
        <Button kind="text" size={44} onTap={() => void swapPage('room', { id: paiId })}>
          {t('invite.enter')}
        </Button>
      )}
    </>
  );
}
