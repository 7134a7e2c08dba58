import type { Pair } from './pair';
import type { Row } from './row';

/** Who speaks, and to whom by name; 37 places. */
export function putPeople(row: Row, pair: Pair): void {
  putSpeakers(row, pair);
  putTargets(row, pair);
  putBots(row, pair);
}

function putSpeakers(row: Row, { v, a, b, isSame, gap, aSince, bSince, context: { state } }: Pair): void {
  row.put(isSame);
  row.put(isSame && bSince === 0);
  row.put(isSame && gap === 1);
  row.put(isSame && a.target === b.target);
  row.put(isSame && a.target === b.target && a.target !== null);
  row.put(isSame && a.target !== b.target);
  row.put(isSame && state.parent[v] === v);
  row.put(!isSame && bSince === 0);
  row.put(bSince / 3);
  row.put(!isSame && aSince === 0);
  row.put(aSince / 3);
}

function putTargets(row: Row, { v, a, b, isSame, gap, aSince, bSince, context: { state } }: Pair): void {
  const toB = a.target === b.speaker;
  const toA = b.target === a.speaker;
  row.put(toB);
  row.put(toB && bSince === 0);
  row.put(toB && bSince === 1);
  row.put(toB && toA);
  row.put(toB && b.isAsking);
  row.put(toB && gap <= 5);
  row.put(a.target !== null && !toB && !isSame);
  row.put(a.target === null && !isSame);
  row.put(toA);
  row.put(toA && aSince === 0);
  row.put(toA && state.lastTo.get(a.speaker) === v);
  row.put(toA && a.target === null);
  row.put(b.target !== null && !toA && !isSame && b.target !== a.target);
  row.put(b.target === null && !isSame);
  row.put(!toB && a.named.has(b.speaker));
  row.put(!toA && b.named.has(a.speaker));
  row.put(!isSame && a.target !== null && a.target === b.target);
}

function putBots(row: Row, { v, a, b, isSame, gap, bSince, context: { state } }: Pair): void {
  row.put(a.isBot && b.isCommand);
  row.put(a.isBot && b.isCommand && bSince === 0 && state.answers[v] === 0);
  row.put(a.isBot && b.named.has(a.speaker));
  row.put(a.isBot && a.target !== null && a.target === b.target);
  row.put(b.isBot);
  row.put(b.isBot && b.target === a.speaker);
  row.put(b.isCommand && !a.isBot);
  row.put(a.isBot && isSame);
  row.put(a.isBot && gap === 1);
}
