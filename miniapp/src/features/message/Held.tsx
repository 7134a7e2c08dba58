import { useRef, type PropsWithChildren } from 'react';
import { View, type CommonEvent } from '@tarojs/components';
import { isH5 } from '@/platform/env';
import { aria } from '@/ui/aria';

interface HeldProps {
  id: string;
  /** Said of the whole, e.g. who and when. */
  label: string;
  className: string;
  onHold(): void;
}

/* Some browsers send a context menu right after the long press. */
const QUIET_MS = 800;

/** Something that opens a menu when it is held, right-clicked, or on Enter; what is inside keeps its own taps. */
export function Held({ id, label, className, onHold, children }: PropsWithChildren<HeldProps>) {
  const heldAt = useRef(0);
  const holding = useRef(false);
  const hold = (): void => {
    if (Date.now() - heldAt.current < QUIET_MS) return;
    heldAt.current = Date.now();
    holding.current = true;
    onHold();
  };
  const browser = isH5
    ? {
        tabindex: '0',
        onTouchStart: () => {
          holding.current = false;
        },
        /* The finger that opened the menu must not choose from it as it leaves. */
        onTouchEnd: (event: CommonEvent) => {
          if (holding.current) event.preventDefault();
        },
        onContextMenu: (event: MouseEvent) => {
          event.preventDefault();
          hold();
        },
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' || event.target !== event.currentTarget) return;
          event.preventDefault();
          hold();
        },
      }
    : {};
  return (
    <View id={id} className={className} {...aria({ role: 'group', label })} {...browser} onLongPress={hold}>
      {children}
    </View>
  );
}

/** How far a finger goes to the right before it means a reply. */
const REPLY_PX = 56;

interface Point {
  clientX: number;
  clientY: number;
}

/** The finger of a touch event; Taro types these events more loosely than they are. */
export const touchOf = (event: CommonEvent, list: 'touches' | 'changedTouches'): Point | undefined => (event as unknown as Partial<Record<typeof list, Point[]>>)[list]?.[0];

/** Swipe right: the handlers for the row's view. */
export function useSwipe(swiped: () => void): { onTouchStart(event: CommonEvent): void; onTouchEnd(event: CommonEvent): void } {
  const from = useRef<{ x: number; y: number }>();
  return {
    onTouchStart: (event) => {
      const touch = touchOf(event, 'touches');
      from.current = touch && { x: touch.clientX, y: touch.clientY };
    },
    onTouchEnd: (event) => {
      const touch = touchOf(event, 'changedTouches');
      const start = from.current;
      from.current = undefined;
      if (!touch || !start) return;
      /* From the very edge it is the system's gesture back. */
      if (start.x > 24 && touch.clientX - start.x > REPLY_PX && Math.abs(touch.clientY - start.y) < REPLY_PX / 2) swiped();
    },
  };
}
