import { View } from '@tarojs/components';
import type { User } from '@shared/wire/account';
import { personOf } from '@/features/member/people';
import { isWeapp } from '@/platform/env';
import { Avatar } from '@/ui/Avatar';
import { Button, WechatButton } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { useProfile } from './useProfile';
import { useT } from './words';

interface ProfileSheetProps {
  me: User;
  onClose: () => void;
}

/** Name and picture. On WeChat both come from its own components, which is what it allows. */
export function ProfileSheet({ me, onClose }: ProfileSheetProps) {
  const t = useT();
  const form = useProfile(me, onClose);
  return (
    <Sheet title={t('me.profile')} onClose={onClose}>
      <View className="me-picture">
        <Avatar person={personOf({ ...me, name: me.nickname })} size={88} />
        <View className="row me-picture-acts">
          {isWeapp ? (
            <WechatButton kind="tint" size={44} openType="chooseAvatar" onChooseAvatar={(event) => form.takePicture(event.detail.avatarUrl)}>
              {t('me.choosePicture')}
            </WechatButton>
          ) : (
            <Button kind="tint" size={44} icon="image" busy={form.busy === 'picture'} onTap={form.choosePicture}>
              {t('me.choosePicture')}
            </Button>
          )}
          {me.avatar !== undefined && (
            <Button kind="text" size={44} disabled={form.busy === 'picture'} onTap={form.removePicture}>
              {t('me.removePicture')}
            </Button>
          )}
        </View>
      </View>
      <Field kind="nickname" on="card" tall label={t('name.label')} value={form.name} maxLength={60} wrong={form.wrong} onChange={form.type} onEnter={form.save} />
      <Button wide busy={form.busy === 'name'} onTap={form.save}>
        {t('common.save')}
      </Button>
    </Sheet>
  );
}
