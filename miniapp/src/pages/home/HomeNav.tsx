import { View } from '@tarojs/components';
import { openPage } from '@/features/screen/go';
import { usePais } from '@/features/pai/store';
import { useT } from '@/i18n';
import { momentName } from '@/i18n/time';
import { useLink } from '@/transport/socket';
import { IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { LogoMark } from '@/ui/Marks';
import { NavBar } from '@/ui/NavBar';
import { Pressable } from '@/ui/Pressable';
import { Strip } from '@/ui/States';
import { PunchStrip } from './PunchStrip';

function OfflineLine() {
  const t = useT();
  const { phase, at } = usePais();
  const link = useLink();
  if (link.phase === 'too-old') return <Strip icon="warn">{t('common.tooOld')}</Strip>;
  if (link.phase !== 'waiting') return null;
  return <Strip>{phase === 'kept' && at > 0 ? t('home.offline', { time: momentName(new Date(at), new Date(), t.locale) }) : t('home.connecting')}</Strip>;
}

/** Mark and title, the search below them (in large type a button beside), and the line that says when the list is from. */
export function HomeNav({ elder, canSearch }: { elder: boolean; canSearch: boolean }) {
  const t = useT();
  const search = (): void => void openPage('search');
  return (
    <>
      <NavBar big title={t('home.title')} before={<LogoMark size={elder ? 34 : 28} />} right={elder && canSearch ? <IconButton icon="search" size={26} label={t('home.search')} onTap={search} /> : undefined} />
      <View className="home-find">
        {!elder && canSearch && (
          <Pressable className="home-field" onTap={search}>
            <Icon name="search" size={20} />
            {t('home.search')}
          </Pressable>
        )}
        <OfflineLine />
        {canSearch && <PunchStrip />}
      </View>
    </>
  );
}
