import type { Line } from '../lines';
import type { Context } from './pair';
import type { Row } from './row';

/** Features of a message that may open a thread; 21 places. */
export function putOpening(row: Row, { lines, state }: Context, u: number): void {
  const line = lines[u] as Line;
  const before = lines[u - 1];
  const last = state.lastOf.get(line.speaker);
  const lastTo = state.lastTo.get(line.speaker);
  const isKnown = line.target !== null && state.lastOf.has(line.target);
  row.put(1);
  row.put(line.isNotice);
  row.put(line.isAsking);
  row.put(line.isGreeting);
  row.put(line.isNod);
  row.put(line.isThanks);
  row.put(line.isLeaning);
  row.put(line.isBot);
  row.put(line.isCommand);
  row.put(line.target !== null);
  row.put(isKnown);
  row.put(last === undefined);
  row.put(last === undefined ? 0 : Math.log1p(u - last) / 6);
  row.put(last === undefined ? 0 : Math.log1p(Math.max(0, line.at - (lines[last] as Line).at)) / 9);
  row.put(lastTo !== undefined && (last === undefined || lastTo > last));
  row.put(Math.log1p(line.length) / 6);
  row.put(before === undefined ? 1 : Math.log1p(Math.max(0, line.at - before.at)) / 9);
  row.put(line.hasHan);
  row.put(line.named.size > 0);
  row.put(line.isAsking && last === undefined);
  row.put(Math.log1p(u) / 8);
}
