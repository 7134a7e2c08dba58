import { useState } from 'react';
import { useDidShow } from '@tarojs/taro';
import { refreshMe, useMe, useSession } from '@/features/account/session';
import { Screen } from '@/features/screen/Screen';
import { Tabs } from '@/features/screen/Tabs';
import { NavBar } from '@/ui/NavBar';
import { AccountList } from './AccountList';
import { Deleting } from './Deleting';
import { ElderCard, LookList } from './LookCards';
import './me.css';
import { MeFoot } from './MeFoot';
import { ProfileHead } from './ProfileHead';
import { ProfileSheet } from './ProfileSheet';
import { ReadersSheet } from './ReadersSheet';
import { useT } from './words';

/** Me: who I am here, how it looks, who may read me, and the way out. */
export default function MePage() {
  const t = useT();
  const { phase } = useSession();
  const me = useMe();
  const [over, setOver] = useState<'profile' | 'readers'>();
  const close = (): void => setOver(undefined);
  useDidShow(() => {
    if (phase === 'in') void refreshMe();
  });
  return (
    <Screen
      title={t('me.title')}
      nav={<NavBar />}
      bodyClass="me"
      tabs={<Tabs value="me" />}
      over={
        me && (
          <>
            {over === 'profile' && <ProfileSheet me={me} onClose={close} />}
            {over === 'readers' && <ReadersSheet onClose={close} />}
          </>
        )
      }
    >
      <ProfileHead me={me} starting={phase === 'starting'} onEdit={() => setOver('profile')} />
      {me?.deleteAt !== undefined && <Deleting at={me.deleteAt} />}
      <ElderCard />
      <LookList />
      <AccountList me={me} onReaders={() => setOver('readers')} />
      <MeFoot me={me} />
    </Screen>
  );
}
