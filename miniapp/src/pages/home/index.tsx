import { useState } from 'react';
import { useDidShow, useLoad } from '@tarojs/taro';
import type { Pai } from '@shared/wire/pai';
import { useSession } from '@/features/account/session';
import { refreshPais, usePais } from '@/features/pai/store';
import { openPage, openRoom } from '@/features/screen/go';
import { NumberSheet } from '@/features/screen/NumberSheet';
import { Screen } from '@/features/screen/Screen';
import { Tabs } from '@/features/screen/Tabs';
import { useWide } from '@/features/screen/useWide';
import { useWindow } from '@/features/screen/useWindow';
import { usePrefs } from '@/features/settings/prefs';
import { useT } from '@/i18n';
import { Button } from '@/ui/Button';
import { HomeBody } from './HomeBody';
import { HomeNav } from './HomeNav';
import './home.css';
import { RowMenu } from './RowMenu';
import { WideRoom } from './WideRoom';

/** A dissolved pai has no conversation any more, only the way to take that back. */
const openPai = (pai: Pai): void => void (pai.dissolveAt === undefined ? openRoom(pai.id) : openPage('settings', { id: pai.id }));

const NewButton = ({ className = '' }: { className?: string }) => {
  const t = useT();
  return (
    <Button icon="plus" className={className} onTap={() => void openPage('create')}>
      {t('home.new')}
    </Button>
  );
};

function EmptyDock({ onNumber }: { onNumber: () => void }) {
  const t = useT();
  return (
    <>
      <NewButton />
      <Button kind="text" size={44} onTap={onNumber}>
        {t('home.byNumber')}
      </Button>
    </>
  );
}

export default function HomePage() {
  const t = useT();
  const { elder } = usePrefs();
  const wide = useWide();
  const signedOut = useSession().phase === 'out';
  const list = usePais();
  const { shown, more } = useWindow(list.pais);
  const [menu, setMenu] = useState<Pai>();
  const [asksNumber, setAsksNumber] = useState(false);
  const [beside, setBeside] = useState<string>();
  const [pulling, setPulling] = useState(false);
  const [, redraw] = useState(0);
  /* Drafts and the time of day are not watched: a look at them when the page comes back is enough. */
  useDidShow(() => redraw((n) => n + 1));
  useLoad(({ room }) => setBeside(room));

  const empty = list.pais.length === 0 && (signedOut || list.phase === 'ready');
  const open = (pai: Pai): void => (wide && pai.dissolveAt === undefined ? setBeside(pai.id) : openPai(pai));
  const pull = async (): Promise<void> => {
    setPulling(true);
    await refreshPais();
    setPulling(false);
  };
  return (
    <Screen
      title={t('home.title')}
      nav={<HomeNav elder={elder} canSearch={list.pais.length > 0} />}
      tabs={<Tabs value="home" />}
      bodyClass={empty ? 'pg-fill' : 'home-list'}
      onEnd={more}
      {...(signedOut ? {} : { onPull: () => void pull(), pulling })}
      {...(wide ? { className: 'home-wide', beside: <WideRoom paiId={beside} onLeave={() => setBeside(undefined)} /> } : {})}
      dock={empty ? <EmptyDock onNumber={() => setAsksNumber(true)} /> : undefined}
      float={list.pais.length > 0 && <NewButton className="home-new" />}
      over={
        <>
          {menu && <RowMenu pai={menu} onClose={() => setMenu(undefined)} />}
          {asksNumber && <NumberSheet onClose={() => setAsksNumber(false)} />}
        </>
      }
    >
      <HomeBody list={list} shown={shown} empty={empty} elder={elder} current={wide ? beside : undefined} onOpen={open} onMenu={setMenu} onNumber={() => setAsksNumber(true)} />
    </Screen>
  );
}
