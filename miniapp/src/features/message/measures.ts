import type { SpeakRoom } from './words';

/* Sizes and counts as they are shown. Pure. */

const WIDEST = 200;
const TALLEST = 240;
const LEAST = 72;

/** Design pixels a picture takes in the log; its shape is kept except for very long ones, which are cut. */
export function shownSize(width = 160, height = 120): { width: number; height: number } {
  if (width <= 0 || height <= 0) return { width: 160, height: 120 };
  const scale = Math.min(WIDEST / width, TALLEST / height, 1);
  return { width: Math.max(LEAST, Math.round(width * scale)), height: Math.max(LEAST, Math.round(height * scale)) };
}

/** 3 B · 24 KB · 1.5 MB */
export function sizeName(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1).replace(/\.0$/, '')} MB`;
}

/** The cloud counts no further. */
const COUNTED = 99;

/** 「3 条新消息」, or 「99+ 条新消息」. */
export const countText = (t: SpeakRoom, key: 'room.new' | 'room.unread', count: number): string => (count > COUNTED ? t(`${key}.many`, { n: COUNTED }) : t(key, { n: count }));

/** 0:09 */
export const clockOf = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
