import type { Rect } from './measure';

export type { Rect };

export function measure(id: string): Promise<Rect | undefined> {
  const rect = document.getElementById(id)?.getBoundingClientRect();
  return Promise.resolve(rect && { left: rect.left, top: rect.top, width: rect.width, height: rect.height });
}

export const windowSpace = (): { width: number; height: number; top: number; bottom: number } => ({ width: window.innerWidth, height: window.innerHeight, top: 12, bottom: 12 });
