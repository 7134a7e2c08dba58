import { useRef, type PropsWithChildren } from 'react';
import type { ITouchEvent } from '@tarojs/components';
import { View } from '@tarojs/components';
import { isH5 } from '@/platform/env';
import { aria, type Aria } from './aria';
import { cls } from './cls';

export interface PressableProps extends Aria {
  onTap?: (event: ITouchEvent) => void;
  /** Held down, or the right mouse button. */
  onHold?: () => void;
  className?: string;
  style?: React.CSSProperties;
  id?: string;
}

/* A browser sends the end of a long press as a click as well, and some send a context menu on top. */
const HOLD_QUIET_MS = 800;

interface Acts {
  tap: (event: ITouchEvent) => void;
  hold: (() => void) | undefined;
}

function useActs({ onTap, onHold, disabled }: PressableProps): Acts {
  const heldAt = useRef(0);
  const quiet = (): boolean => Date.now() - heldAt.current < HOLD_QUIET_MS;
  const tap = (event: ITouchEvent): void => {
    if (!disabled && !quiet()) onTap?.(event);
  };
  if (!onHold || disabled) return { tap, hold: undefined };
  const hold = (): void => {
    if (quiet()) return;
    heldAt.current = Date.now();
    onHold();
  };
  return { tap, hold };
}

/* A custom element is no button to the browser: focus, Enter, space and the context menu are given to it here. */
function browserActs({ tap, hold }: Acts, disabled: boolean): object {
  if (!isH5) return {};
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    tap(event as unknown as ITouchEvent);
  };
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    hold?.();
  };
  return { tabindex: disabled ? '-1' : '0', onKeyDown, ...(hold ? { onContextMenu } : {}) };
}

/** Anything that is pressed. At least 44 px is the caller's to see to; role is `button` unless said otherwise. */
export function Pressable(props: PropsWithChildren<PressableProps>) {
  const { onTap, onHold, className, style, id, children, ...said } = props;
  const acts = useActs(props);
  const disabled = said.disabled === true;
  return (
    <View
      {...aria({ role: 'button', ...said })}
      {...browserActs(acts, disabled)}
      {...(id === undefined ? {} : { id })}
      {...(disabled ? {} : { hoverClass: 'tap-down' })}
      {...(acts.hold ? { onLongPress: acts.hold } : {})}
      className={cls('tap', disabled && 'tap-off', className)}
      style={style}
      onClick={acts.tap}
    >
      {children}
    </View>
  );
}
