import { View } from '@tarojs/components';
import { useT } from '@/i18n';
import { windowHeight } from '@/ui/metrics';
import { px } from '@/ui/size';
import { aria } from '@/ui/aria';
import { PieTable } from '@/ui/pie/PieTable';
import { drawnPeople } from './drawnPeople';

/* Title, text and dock have to stay above the fold. */
const tableSize = (elder: boolean): number => Math.max(elder ? 120 : 160, Math.min(elder ? 216 : 264, windowHeight() - (elder ? 580 : 420)));

/** The first page before there is any pai: an invitation to open one. */
export function HomeEmpty({ elder }: { elder: boolean }) {
  const t = useT();
  return (
    <View className="home-empty">
      <PieTable size={tableSize(elder)} people={drawnPeople()} seat={{ label: t('common.you') }} label={t('home.tableLabel')} />
      <View {...aria({ role: 'heading', level: 2 })} className="t22 b" style={{ margin: `${px(28)} 0 ${px(8)}` }}>
        {t('home.emptyTitle')}
      </View>
      <View className="soft home-empty-text">{t('home.emptyText')}</View>
    </View>
  );
}
