import { View } from '@tarojs/components';
import type { Pai } from '@shared/wire/pai';
import { refreshPais, type PaiList } from '@/features/pai/store';
import { useT } from '@/i18n';
import { Button } from '@/ui/Button';
import { List } from '@/ui/List';
import { FailedState, SkeletonRows } from '@/ui/States';
import { HomeEmpty } from './HomeEmpty';
import { PaiRow } from './PaiRow';

interface HomeBodyProps {
  list: PaiList;
  shown: readonly Pai[];
  empty: boolean;
  elder: boolean;
  current: string | undefined;
  onOpen: (pai: Pai) => void;
  onMenu: (pai: Pai) => void;
  onNumber: () => void;
}

/** What is under the bar of the first page, in each of its states. */
export function HomeBody({ list, shown, empty, elder, current, onOpen, onMenu, onNumber }: HomeBodyProps) {
  const t = useT();
  if (empty) return <HomeEmpty elder={elder} />;
  if (list.pais.length === 0 && list.phase === 'failed')
    return (
      <FailedState title={t('home.failedTitle')} onRetry={() => void refreshPais()} />
    );
  if (list.pais.length === 0) return <SkeletonRows label={t('common.loading')} />;
  return (
    <>
      <List inset={82}>
        {shown.map((pai) => (
          <PaiRow key={pai.id} pai={pai} elder={elder} current={pai.id === current} onOpen={onOpen} onMenu={onMenu} />
        ))}
      </List>
      <View className="home-more">
        <Button kind="text" size={44} onTap={onNumber}>
          {t('home.byNumber')}
        </Button>
      </View>
    </>
  );
}
