import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { LIMITS } from '@shared/domain/limits';
import { graphemeCount } from '@shared/domain/text';
import { RoleMark } from '@/features/role/RoleMark';
import { useRoleT } from '@/features/role/words';
import { useT } from '@/i18n';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Field } from '@/ui/Field';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { usePicture } from './usePicture';
import { useSave, type SheetProps } from './useSave';

const ICONS = ['', '🧳', '⏰', '🎉', '📚', '💼', '🍵', '🌿', '🍳', '🎲', '🧭', '🏸'];

interface PictureProps extends Pick<SheetProps, 'role' | 'onSave'> {
  /** The icon that was chosen instead and is not saved yet. */
  icon: string | undefined;
  onChosen: () => void;
}

function Picture({ role, icon, onSave, onChosen }: PictureProps) {
  const t = useRoleT();
  const picture = usePicture(onSave, onChosen);
  return (
    <View className="face">
      <RoleMark size={88} role={icon === undefined ? role : { emoji: icon }} />
      <View className="row face-acts">
        <Button kind="tint" size={44} icon="image" busy={picture.busy} onTap={picture.choose}>
          {t('role.picture')}
        </Button>
        {role.avatar !== undefined && (
          <Button kind="text" size={44} disabled={picture.busy} onTap={picture.remove}>
            {t('role.noPicture')}
          </Button>
        )}
      </View>
      {role.avatarCheck && (
        <View {...aria({ role: 'status' })} className={cls('t14 center any', role.avatarCheck === 'refused' ? 'bad' : 'soft')}>
          {t(`role.picture.${role.avatarCheck}`)}
        </View>
      )}
    </View>
  );
}

/** What it is called, and its face: a picture, which is taken at once, or an emoji. */
export function FaceSheet(props: SheetProps) {
  const [t, word] = [useRoleT(), useT()];
  const { role, onSave, onClose } = props;
  const [name, setName] = useState(role.name);
  const [icon, setIcon] = useState<string>();
  const { busy, save } = useSave(props);
  const over = graphemeCount(name.trim()) - LIMITS.roleNameGraphemes;
  const icons = ICONS.includes(role.emoji) ? ICONS : [role.emoji, ...ICONS];
  const emoji = icon ?? role.emoji;
  const isPictured = role.avatar !== undefined && icon === undefined;
  const saving = (
    <View className="face-save">
      <Button wide busy={busy} disabled={name.trim() === '' || over > 0} onTap={() => save({ name: name.trim(), emoji, ...(icon === undefined ? {} : { avatarFileId: null }) })}>
        {word('common.save')}
      </Button>
    </View>
  );
  return (
    <Sheet title={t('role.name')} dock={saving} onClose={onClose}>
      <Picture role={role} icon={icon} onSave={onSave} onChosen={() => setIcon(undefined)} />
      <Field on="card" tall label={t('role.nameField')} value={name} maxLength={60} wrong={over > 0 ? t('role.over', { n: over }) : undefined} onChange={setName} />
      <View className="icons" {...aria({ role: 'radiogroup', label: t('role.icon') })}>
        {icons.map((one) => {
          const isOn = one === emoji && !isPictured;
          return (
            <Pressable key={one} role="radio" checked={isOn} label={one || t('role.noIcon')} className={cls('icons-one', isOn && 'icons-on')} onTap={() => setIcon(one)}>
              <Text>{one || '—'}</Text>
            </Pressable>
          );
        })}
      </View>
    </Sheet>
  );
}
