import type { PropsWithChildren, ReactNode } from 'react';
import { Text } from '@tarojs/components';
import { cls } from '@/ui/cls';
import '@/ui/controls.css';
import { Pressable } from '@/ui/Pressable';

interface PickChipProps {
  /** `one`: of several; `any`: as many as one likes. */
  of: 'one' | 'any';
  on: boolean;
  /** In place of an icon: a face. */
  before?: ReactNode;
  onTap(): void;
}

/** A chip that is chosen or not, and says so to a screen reader. */
export function PickChip({ of, on, before, onTap, children }: PropsWithChildren<PickChipProps>) {
  return (
    <Pressable role={of === 'one' ? 'radio' : 'checkbox'} checked={on} className={cls('chip', on && 'chip-on')} onTap={onTap}>
      {before}
      <Text>{children}</Text>
    </Pressable>
  );
}
