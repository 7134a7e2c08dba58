import { View } from '@tarojs/components';
import { useT } from '@/i18n';
import { px } from '@/ui/size';
import { aria } from '@/ui/aria';
import { PieTable } from '@/ui/pie/PieTable';
import { drawnPeople } from './drawnPeople';

/** The first page before there is any pai: an invitation to open one. */
export function HomeEmpty({ elder }: { elder: boolean }) {
  const t = useT();
  return (
    <View className="home-empty">
      <PieTable size={elder ? 216 : 264} people={drawnPeople()} seat={{ label: t('common.you') }} label={t('home.tableLabel')} />
      <View {...aria({ role: 'heading', level: 2 })} className="t22 b" style={{ margin: `${px(28)} 0 ${px(8)}` }}>
        {t('home.emptyTitle')}
      </View>
      <View className="soft home-empty-text">{t('home.emptyText')}</View>
    </View>
  );
}
