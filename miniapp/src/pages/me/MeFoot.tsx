import { View } from '@tarojs/components';
import type { User } from '@shared/wire/account';
import { openPage } from '@/features/screen/go';
import { Pressable } from '@/ui/Pressable';
import { deleteAsked, signOutAsked } from './accountActs';
import { useT } from './words';

/** The way out, and what has to be public. */
export function MeFoot({ me }: { me: User | undefined }) {
  const t = useT();
  return (
    <View className="me-foot">
      {me && (
        <Pressable className="me-foot-one" onTap={() => void signOutAsked(me.guest)}>
          {t('me.logout')}
        </Pressable>
      )}
      {me && me.deleteAt === undefined && (
        <Pressable className="me-foot-one" onTap={() => void deleteAsked()}>
          {t('me.delete')}
        </Pressable>
      )}
      <Pressable role="link" className="me-foot-one" onTap={() => void openPage('legal', { doc: 'filings' })}>
        {t('me.filings')}
      </Pressable>
    </View>
  );
}
