import type { Pair } from './pair';
import type { Row } from './row';

const countBits = (mask: number): number => {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
};

/** What is said: shared words, question and answer, what is asked for and given; 16 places. */
export function putWords(row: Row, pair: Pair): void {
  const { a, b, isSame, context: { rarity } } = pair;
  const terms = rarity.shared(a.terms, b.terms);
  row.put(Math.log1p(terms.sum));
  row.put(terms.sum / Math.sqrt(1 + a.terms.size * b.terms.size));
  row.put(terms.most);
  row.put(isSame ? Math.log1p(terms.sum) : 0);
  row.put(rarity.shared(a.chars, b.chars).sum / Math.sqrt(1 + a.chars.size * b.chars.size));
  putShapes(row, pair);
}

function putShapes(row: Row, { v, a, b, isSame, context: { state } }: Pair): void {
  row.put(b.isAsking && !isSame);
  row.put(!isSame && b.isAsking && state.answers[v] === 0);
  row.put(b.isAsking && !a.isAsking && !isSame);
  row.put(a.isAsking && b.isAsking);
  row.put(a.isNod && !isSame);
  row.put(a.isThanks && !isSame);
  row.put(a.isLeaning && !isSame);
  row.put(b.isThanks || b.isGreeting);
  row.put(isSame ? 0 : countBits(a.gives & b.asks) / 3);
  row.put(isSame ? 0 : countBits(b.asks & ~a.gives) / 3);
  row.put(!isSame && b.asks !== 0 && (a.gives & b.asks) === b.asks);
}
