import { View } from '@tarojs/components';
import { momentName } from '@/i18n/time';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { keepAccount } from './accountActs';
import { useT } from './words';

/** The account is to be deleted: when, and the way to take that back. */
export function Deleting({ at }: { at: string }) {
  const t = useT();
  return (
    <View className="me-deleting" {...aria({ role: 'status' })}>
      <Icon name="warn" size={22} />
      <View className="grow">
        <View className="b any">{t('me.deleting', { time: momentName(new Date(at), new Date(), t.locale) })}</View>
        <View className="t14 any">{t('me.deletingText')}</View>
      </View>
      <Button kind="card" size={44} onTap={() => void keepAccount()}>
        {t('me.keep')}
      </Button>
    </View>
  );
}
