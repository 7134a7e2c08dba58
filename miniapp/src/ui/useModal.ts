import { useEffect, useRef } from 'react';
import { isH5 } from '@/platform/env';

const FOCUSABLE = '[tabindex="0"], input, textarea';

/* Tab goes round inside the sheet instead of out of it. */
function keepInside(box: HTMLElement, event: KeyboardEvent): void {
  const stops = Array.from(box.querySelectorAll<HTMLElement>(FOCUSABLE));
  const first = stops[0];
  const last = stops[stops.length - 1];
  if (!first || !last) return event.preventDefault();
  const leaving = event.shiftKey ? document.activeElement === first || document.activeElement === box : document.activeElement === last;
  if (!leaving) return;
  event.preventDefault();
  (event.shiftKey ? last : first).focus();
}

/**
 * For what lies over the page on H5: takes the focus, keeps it, gives it back, and Escape closes. `id` is the box's.
 * A mini-program has no keyboard focus to look after.
 */
export function useModal(id: string, close: () => void): void {
  const leave = useRef(close);
  leave.current = close;
  useEffect(() => {
    if (!isH5) return undefined;
    const before = document.activeElement as HTMLElement | null;
    const box = document.getElementById(id);
    if (box && !box.contains(document.activeElement)) box.focus();
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') leave.current();
      if (event.key === 'Tab' && box) keepInside(box, event);
    };
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressed);
      before?.focus?.();
    };
  }, [id]);
}
