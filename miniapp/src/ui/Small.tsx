import type { PropsWithChildren, ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import { cls } from './cls';
import './controls.css';
import { Icon, type IconName } from './Icon';
import { Pressable } from './Pressable';

interface ChipProps {
  icon?: IconName;
  /** In place of an icon: a face. */
  before?: ReactNode;
  on?: boolean;
  onTap: () => void;
}

export function Chip({ icon, before, on = false, onTap, children }: PropsWithChildren<ChipProps>) {
  return (
    <Pressable className={cls('chip', on && 'chip-on')} onTap={() => onTap()}>
      {icon && <Icon name={icon} size={18} />}
      {before}
      <Text>{children}</Text>
    </Pressable>
  );
}

export type TagKind = 'plain' | 'ai' | 'ok' | 'warn' | 'bad' | 'pri' | 'sun';

export function Tag({ kind = 'plain', children }: PropsWithChildren<{ kind?: TagKind }>) {
  return <View className={cls('tag', kind !== 'plain' && `tag-${kind}`)}>{children}</View>;
}

/** A count; `quiet` when it does not call for attention. Beyond 99 it says 99+. */
export function Badge({ n, quiet = false }: { n: number; quiet?: boolean }) {
  return n > 0 ? <View className={cls('badge', quiet && 'badge-quiet')}>{n > 99 ? '99+' : n}</View> : null;
}
