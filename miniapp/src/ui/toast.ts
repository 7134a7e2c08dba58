import { observable } from '@/observable';

export interface Notice {
  text: string;
  /** A second chance, while it is on the screen. */
  undo?: { text: string; act: () => void };
}

export const notice = observable<Notice | undefined>(undefined);

const SHOWN_MS = 2_400;
const UNDO_MS = 5_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something in passing; a new one takes the place of the last. */
export function toast(text: string, undo?: Notice['undo']): void {
  if (timer !== undefined) clearTimeout(timer);
  notice.set({ text, ...(undo ? { undo } : {}) });
  timer = setTimeout(hideToast, undo ? UNDO_MS : SHOWN_MS);
}

export function hideToast(): void {
  if (timer !== undefined) clearTimeout(timer);
  timer = undefined;
  notice.set(undefined);
}
