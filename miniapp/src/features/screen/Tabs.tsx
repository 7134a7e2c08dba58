import Taro from '@tarojs/taro';
import { useT } from '@/i18n';
import { TabBar } from '@/ui/TabBar';
import { pathOf } from './go';

/** 派 and 我 at the foot of the first pages. */
export function Tabs({ value }: { value: 'home' | 'me' }) {
  const t = useT();
  return (
    <TabBar
      label={t('common.tabs')}
      value={value}
      tabs={[
        { id: 'home', icon: 'pie', text: t('common.tabPai') },
        { id: 'me', icon: 'me', text: t('common.tabMe') },
      ]}
      onChange={(page) => void Taro.reLaunch({ url: pathOf(page) })}
    />
  );
}
