import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { LIMITS } from '@shared/domain/limits';
import { graphemeCount } from '@shared/domain/text';
import type { AiRole, RoleBody } from '@shared/wire/aiRole';
import { useRoleT } from '@/features/role/words';
import { useT } from '@/i18n';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Area, Field } from '@/ui/Field';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';

const ICONS = ['', '🧳', '⏰', '🎉', '📚', '💼', '🍵', '🌿', '🍳', '🎲', '🧭', '🏸'];

export interface SheetProps {
  role: AiRole;
  /** Resolves to true when the change was taken. */
  onSave: (change: RoleBody) => Promise<boolean>;
  onClose: () => void;
}

function useSave({ onSave, onClose }: SheetProps): { busy: boolean; save: (change: RoleBody) => void } {
  const [busy, setBusy] = useState(false);
  const save = async (change: RoleBody): Promise<void> => {
    setBusy(true);
    if (await onSave(change)) onClose();
    else setBusy(false);
  };
  return { busy, save: (change) => void save(change) };
}

/** What it is called, and the emoji before it. */
export function NameSheet(props: SheetProps) {
  const [t, word] = [useRoleT(), useT()];
  const { role, onClose } = props;
  const [name, setName] = useState(role.name);
  const [emoji, setEmoji] = useState(role.emoji);
  const { busy, save } = useSave(props);
  const over = graphemeCount(name.trim()) - LIMITS.roleNameGraphemes;
  const icons = ICONS.includes(role.emoji) ? ICONS : [role.emoji, ...ICONS];
  return (
    <Sheet title={t('role.name')} onClose={onClose}>
      <Field on="card" tall label={t('role.nameField')} value={name} maxLength={60} wrong={over > 0 ? t('role.over', { n: over }) : undefined} onChange={setName} />
      <View className="icons" {...aria({ role: 'radiogroup', label: t('role.icon') })}>
        {icons.map((icon) => (
          <Pressable key={icon} role="radio" checked={icon === emoji} label={icon || t('role.noIcon')} className={cls('icons-one', icon === emoji && 'icons-on')} onTap={() => setEmoji(icon)}>
            <Text>{icon || '—'}</Text>
          </Pressable>
        ))}
      </View>
      <Button wide busy={busy} disabled={name.trim() === '' || over > 0} onTap={() => save({ name: name.trim(), emoji })}>
        {word('common.save')}
      </Button>
    </Sheet>
  );
}

/** How it speaks: a tone, in words. */
export function MannerSheet(props: SheetProps) {
  const [t, word] = [useRoleT(), useT()];
  const { role, onClose } = props;
  const [manner, setManner] = useState(role.manner);
  const { busy, save } = useSave(props);
  const left = LIMITS.mannerGraphemes - graphemeCount(manner.trim());
  return (
    <Sheet title={t('role.manner')} onClose={onClose}>
      <Area initial={role.manner} label={t('role.manner')} hint={t('role.mannerHint')} maxLength={LIMITS.mannerGraphemes * 8} count={left < 0 ? t('role.over', { n: -left }) : t('role.left', { n: left })} over={left < 0} onChange={setManner} />
      <Button wide busy={busy} disabled={left < 0} onTap={() => save({ manner: manner.trim() })}>
        {word('common.save')}
      </Button>
    </Sheet>
  );
}
