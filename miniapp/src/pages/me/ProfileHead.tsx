import { View } from '@tarojs/components';
import type { User } from '@shared/wire/account';
import { personOf } from '@/features/member/people';
import { usePais } from '@/features/pai/store';
import { ensureSignedIn } from '@/features/screen/signIn';
import { usePrefs } from '@/features/settings/prefs';
import { aria } from '@/ui/aria';
import { Avatar } from '@/ui/Avatar';
import { Button, IconButton } from '@/ui/Button';
import { Icon } from '@/ui/Icon';
import { px } from '@/ui/size';
import { useT } from './words';

function Nobody() {
  const t = useT();
  return (
    <View className="me-head">
      <View className="me-nobody soft">
        <Icon name="me" size={32} />
      </View>
      <View className="grow">
        <View {...aria({ role: 'heading', level: 1 })} className="t22 b">
          {t('me.signedOut')}
        </View>
        <View className="t14 soft">{t('me.signedOutText')}</View>
      </View>
      <Button kind="tint" size={44} onTap={() => void ensureSignedIn()}>
        {t('me.signIn')}
      </Button>
    </View>
  );
}

interface HeadProps {
  me: User | undefined;
  /** Not known yet who this is. */
  starting: boolean;
  onEdit: () => void;
}

/** Who this is, and the way to change it. */
export function ProfileHead({ me, starting, onEdit }: HeadProps) {
  const t = useT();
  const { elder } = usePrefs();
  const { pais } = usePais();
  if (starting)
    return (
      <View className="me-head" {...aria({ role: 'status', label: t('common.loading') })}>
        <View className="sk moves" style={{ width: px(60), height: px(60), borderRadius: '50%' }} />
        <View className="sk moves" style={{ width: px(120), height: px(22) }} />
      </View>
    );
  if (!me) return <Nobody />;
  const count = t('me.pais', { n: pais.filter(({ dissolveAt }) => dissolveAt === undefined).length });
  return (
    <View className="me-head">
      <Avatar person={personOf({ ...me, name: me.nickname })} size={elder ? 72 : 60} />
      <View className="grow">
        <View {...aria({ role: 'heading', level: 1 })} className="t22 b any">
          {me.nickname}
        </View>
        <View className="t14 soft">{me.guest ? `${count} · ${t('me.guest')}` : count}</View>
      </View>
      <IconButton icon="edit" label={t('me.edit')} onTap={onEdit} />
    </View>
  );
}
