import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import type { Pai } from '@shared/wire/pai';
import { useOnePai } from '@/features/pai/useOnePai';
import { goHome } from '@/features/screen/go';
import { Screen } from '@/features/screen/Screen';
import { NavBar } from '@/ui/NavBar';
import { FailedState, SkeletonRows } from '@/ui/States';
import { Dissolving, RestoreButton } from './Dissolving';
import { EndSection } from './EndSection';
import { MineSection } from './MineSection';
import type { Over } from './over';
import { Overlay } from './Overlay';
import { GoList, PaiSection } from './PaiSection';
import { AiSection, JoinSection, SpeakingSection } from './RuleSections';
import './settings.css';
import { useT } from './words';

function Sections({ pai, onOpen }: { pai: Pai; onOpen: (over: Over) => void }) {
  return (
    <>
      <GoList pai={pai} />
      <MineSection pai={pai} />
      <PaiSection pai={pai} onOpen={onOpen} />
      <AiSection pai={pai} />
      <JoinSection pai={pai} onOpen={onOpen} />
      <SpeakingSection pai={pai} />
      <EndSection pai={pai} onTransfer={() => onOpen('transfer')} />
    </>
  );
}

/** Everything that can be set about a pai: for all of its members, and for me alone. */
export default function SettingsPage() {
  const t = useT();
  const { id = '' } = useRouter().params;
  const { pai, failed, retry } = useOnePai(id);
  const [over, setOver] = useState<Over>();
  const ended = pai?.dissolveAt !== undefined;
  return (
    <Screen
      title={t('settings.title')}
      {...(ended ? { nav: <NavBar title={t('settings.title')} onBack={goHome} /> } : {})}
      bodyClass={ended ? 'pg-fill' : 'pg-pad'}
      dock={pai && ended ? <RestoreButton pai={pai} /> : undefined}
      over={pai && over && !ended && <Overlay pai={pai} over={over} onClose={() => setOver(undefined)} />}
    >
      {!pai && !failed && <SkeletonRows rows={5} face={24} label={t('common.loading')} />}
      {failed && (
        <FailedState title={t('settings.failedTitle')} onRetry={retry} />
      )}
      {pai && (ended ? <Dissolving pai={pai} /> : <Sections pai={pai} onOpen={setOver} />)}
    </Screen>
  );
}
