import type { ComponentProps, PropsWithChildren } from 'react';
import { Button as NativeButton, Text, View } from '@tarojs/components';
import { isWeapp } from '@/platform/env';
import { cls } from './cls';
import './controls.css';
import { Icon, type IconName } from './Icon';
import { Pressable } from './Pressable';

export interface ButtonProps {
  /** One `primary` a screen at most. */
  kind?: 'primary' | 'tint' | 'fill' | 'card' | 'text';
  size?: 50 | 44;
  icon?: IconName;
  /** Shows dots over its text and takes no press. */
  busy?: boolean;
  disabled?: boolean;
  /** As wide as its box. */
  wide?: boolean;
  danger?: boolean;
  className?: string;
  /** Said instead of the text. */
  label?: string;
  onTap?: () => void;
}

const classOf = ({ kind = 'primary', size = 50, wide, danger, busy, disabled, className }: ButtonProps): string =>
  cls('btn', kind !== 'primary' && `btn-${kind}`, size === 44 && 'btn-44', wide && 'btn-wide', danger && 'btn-danger', busy && 'btn-busy', disabled && kind === 'primary' && 'btn-off', className);

const Dots = () => (
  <View className="dots">
    <View className="dot moves" />
    <View className="dot dot-2 moves" />
    <View className="dot dot-3 moves" />
  </View>
);

export function Button(props: PropsWithChildren<ButtonProps>) {
  const { icon, busy = false, disabled = false, label, onTap, children } = props;
  return (
    <Pressable className={classOf(props)} disabled={disabled || busy} busy={busy} {...(label === undefined ? {} : { label })} {...(onTap ? { onTap: () => onTap() } : {})}>
      {icon && !busy && <Icon name={icon} size={22} />}
      <Text className={cls(busy && 'btn-said')}>{children}</Text>
      {busy && <Dots />}
    </Pressable>
  );
}

type Native = Pick<ComponentProps<typeof NativeButton>, 'openType' | 'onChooseAvatar' | 'onAgreePrivacyAuthorization' | 'id'>;

/** A button that opens something of WeChat's (share, avatar, privacy); on H5 there is no such thing and nothing is drawn. */
export function WechatButton({ icon, children, openType, onChooseAvatar, onAgreePrivacyAuthorization, id, ...props }: PropsWithChildren<ButtonProps & Native>) {
  if (!isWeapp) return null;
  return (
    <NativeButton
      {...(openType ? { openType } : {})}
      {...(id === undefined ? {} : { id })}
      {...(onChooseAvatar ? { onChooseAvatar } : {})}
      {...(onAgreePrivacyAuthorization ? { onAgreePrivacyAuthorization } : {})}
      className={cls(classOf(props), 'btn-native')}
      hoverClass="tap-down"
      onClick={props.onTap}
    >
      {icon && <Icon name={icon} size={22} />}
      {children}
    </NativeButton>
  );
}

interface IconButtonProps {
  icon: IconName;
  /** What it does, for a screen reader. */
  label: string;
  size?: number;
  className?: string;
  disabled?: boolean;
  onTap: () => void;
}

/** An icon of its own, 44 to the finger. */
export function IconButton({ icon, label, size = 24, className, disabled = false, onTap }: IconButtonProps) {
  return (
    <Pressable className={cls('ic', className)} label={label} disabled={disabled} onTap={() => onTap()}>
      <Icon name={icon} size={size} />
    </Pressable>
  );
}

interface RoundActionProps {
  icon: IconName;
  text: string;
  danger?: boolean;
  disabled?: boolean;
  onTap: () => void;
}

/** A round action with its word below, in a row of them. */
export function RoundAction({ icon, text, danger = false, disabled = false, onTap }: RoundActionProps) {
  return (
    <Pressable className="round" disabled={disabled} onTap={() => onTap()}>
      <View className={cls('round-face', danger && 'bad')}>
        <Icon name={icon} />
      </View>
      <Text>{text}</Text>
    </Pressable>
  );
}
