import type { Line } from './lines';

const SHARE = 0.4;
const FEWEST_SPEAKERS = 3;
const FEWEST_LINES = 8;

/**
 * Whether one speaker serves the others, as an assistant or a desk does: who links to whom is another matter there than
 * in a room where people talk among themselves.
 */
export function isServed(lines: readonly Line[]): boolean {
  const counts = new Map<string, number>();
  for (const { speaker, isNotice } of lines) if (!isNotice) counts.set(speaker, (counts.get(speaker) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return total >= FEWEST_LINES && counts.size >= FEWEST_SPEAKERS && Math.max(...counts.values()) >= SHARE * total;
}
