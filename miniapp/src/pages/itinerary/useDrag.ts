import { useEffect, useRef, useState } from 'react';
import type { ITouchEvent } from '@tarojs/components';
import { buzz } from '@/platform/device';
import { isH5 } from '@/platform/env';
import { measure } from '@/platform/measure';

/** A row that is being dragged: which, how far, and where it would come to stand. */
export interface Dragged {
  index: number;
  dy: number;
  target: number;
}

export interface Drag {
  dragged: Dragged | undefined;
  /** Takes a row up; call it when the row is held. */
  lift(index: number): void;
  onMove(event: ITouchEvent): void;
  onEnd(): void;
}

const yOf = (event: ITouchEvent): number => event.touches[0]?.clientY ?? 0;

/** Moves rows of a list by holding and dragging. `idOf` is a row's element; `onDrop` hears where it was left. */
export function useDrag(count: number, boxId: string, idOf: (index: number) => string, onDrop: (from: number, to: number) => void): Drag {
  const [dragged, setDragged] = useState<Dragged>();
  const live = useRef<Dragged>();
  const start = useRef<number>();
  const middles = useRef<readonly number[]>([]);
  const set = (next: Dragged | undefined): void => {
    live.current = next;
    setDragged(next);
  };
  /* The browser must not scroll with the same finger; it takes that from a listener that may forbid it. */
  useEffect(() => {
    const box = isH5 ? document.getElementById(boxId) : null;
    const guard = (event: TouchEvent): void => {
      if (live.current && event.cancelable) event.preventDefault();
    };
    box?.addEventListener('touchmove', guard, { passive: false });
    return () => box?.removeEventListener('touchmove', guard);
  }, [boxId, count]);
  return {
    dragged,
    lift(index) {
      buzz();
      start.current = undefined;
      set({ index, dy: 0, target: index });
      const indices = Array.from({ length: count }, (_, i) => i);
      void Promise.all(indices.map((i) => measure(idOf(i)))).then((rects) => {
        middles.current = rects.map((rect) => (rect ? rect.top + rect.height / 2 : 0));
      });
    },
    onMove(event) {
      const now = live.current;
      if (!now) return;
      start.current ??= yOf(event);
      const dy = yOf(event) - start.current;
      const middle = (middles.current[now.index] ?? 0) + dy;
      const target = middles.current.filter((other, i) => i !== now.index && other < middle).length;
      set({ ...now, dy, target: middles.current.length === 0 ? now.index : target });
    },
    onEnd() {
      const now = live.current;
      set(undefined);
      if (now && now.target !== now.index) onDrop(now.index, now.target);
    },
  };
}
