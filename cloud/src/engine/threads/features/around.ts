import type { Line } from '../lines';
import type { Pair } from './pair';
import type { Row } from './row';

/** What the two speakers say before and after: partners stay partners, who was answered goes on from it; 17 places. */
export function putAround(row: Row, pair: Pair): void {
  const { u, v, a, b, isSame, context: { turns } } = pair;
  row.put(!isSame && a.target === null && turns.targetBefore(a.speaker, u) === b.speaker);
  row.put(!isSame && a.target === null && turns.targetAfter(a.speaker, u) === b.speaker);
  row.put(!isSame && turns.targetBefore(b.speaker, v) === a.speaker);
  putReply(row, pair);
  putRuns(row, pair);
}

/** The next words of the earlier speaker. */
function putReply(row: Row, { u, v, a, b, isSame, context: { lines, turns, rarity } }: Pair): void {
  const next = turns.nextOf(b.speaker, u);
  const reply = next === undefined || isSame ? undefined : (lines[next] as Line);
  // Who was answered just once before speaking again was answered by that one.
  const between = isSame || (turns.nextOf(b.speaker, v) ?? Infinity) < u ? 0 : turns.count(a.speaker, v, next ?? u);
  row.put(reply?.target === a.speaker);
  row.put(reply !== undefined && reply.target !== null && reply.target !== a.speaker);
  row.put(reply === undefined ? 0 : Math.log1p(rarity.shared(a.terms, reply.terms).sum));
  row.put(reply === undefined ? 1 : Math.log1p((next as number) - u) / 5);
  row.put(between === 1);
  row.put(between === 0 ? 0 : 1 / between);
  row.put(reply !== undefined && (reply.isThanks || reply.isNod));
}

/** Where the two stand among the words their speakers say in one go. */
function putRuns(row: Row, { u, v, a, b, isSame, context: { lines, state, turns, rarity } }: Pair): void {
  const nextAsk = turns.nextAskOf(b.speaker, v);
  const earlier = turns.lastOf(b.speaker, v);
  row.put(!isSame && b.isAsking && (nextAsk === undefined || nextAsk >= u));
  row.put(!isSame && state.parent[v] === v);
  row.put(isSame ? 0 : Math.log1p(b.length) / 6);
  row.put(!isSame && lines[v - 1]?.speaker !== b.speaker);
  row.put(isSame && lines[v - 1]?.speaker !== b.speaker);
  row.put(isSame && lines[u - 1]?.speaker !== a.speaker);
  row.put(isSame || earlier === undefined ? 0 : Math.log1p(rarity.shared(a.terms, (lines[earlier] as Line).terms).sum));
}
