import type { Pair } from './pair';
import type { Row } from './row';

const NEAR = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50];
const MINUTES = [0, 1, 2, 5, 10, 30];

/** How far the two are apart; 19 places. */
export function putDistance(row: Row, { a, b, gap }: Pair): void {
  const seconds = Math.max(0, a.at - b.at);
  for (const limit of NEAR) row.put(gap <= limit);
  for (const limit of MINUTES) row.put(seconds <= 60 * limit);
  row.put(Math.log1p(gap) / 5);
  row.put(Math.log1p(seconds) / 9);
}
