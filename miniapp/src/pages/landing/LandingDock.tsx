import { View } from '@tarojs/components';
import type { CardReply } from '@shared/wire/pai';
import { goHome, swapPage } from '@/features/screen/go';
import { LegalLinks } from '@/features/screen/LegalLinks';
import { useT } from '@/i18n';
import { Button } from '@/ui/Button';

interface DockProps {
  reply: CardReply;
  busy: boolean;
  onJoin: () => void;
  onReload: () => void;
}

const Said = ({ text }: { text: string }) => <View className="land-state t14 soft any">{text}</View>;

/** The one button of the page, for each way one can stand to the pai. */
export function LandingDock({ reply, busy, onJoin, onReload }: DockProps) {
  const t = useT();
  const { card, standing, paiId } = reply;
  const home = <Button onTap={goHome}>{t('common.goHome')}</Button>;
  if (standing === 'member')
    return (
      <>
        <Said text={t('landing.member')} />
        <Button onTap={() => (paiId === undefined ? goHome() : void swapPage('room', { id: paiId }))}>{t('landing.enter')}</Button>
      </>
    );
  if (standing === 'asked')
    return (
      <>
        <Said text={t('landing.asked')} />
        <Button kind="tint" onTap={onReload}>
          {t('landing.recheck')}
        </Button>
      </>
    );
  if (card.joinRule === 'closed')
    return (
      <>
        <Said text={t('landing.closed')} />
        {home}
      </>
    );
  if (card.full)
    return (
      <>
        <Said text={t('landing.full', { n: card.memberCount })} />
        {home}
      </>
    );
  const asks = card.joinRule === 'approval';
  return (
    <>
      {asks && <Said text={t('landing.askNote')} />}
      <Button busy={busy} onTap={onJoin}>
        {asks ? t('landing.ask') : t('landing.join')}
      </Button>
      <LegalLinks before={t('landing.agree')} />
    </>
  );
}
