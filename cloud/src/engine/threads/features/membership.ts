import type { Pair } from './pair';
import type { Row } from './row';

/** The thread of the earlier one as found so far; 8 places. */
export function putMembership(row: Row, { v, a, context: { state } }: Pair): void {
  const thread = state.thread[v] as number;
  const members = state.membersOf.get(thread);
  const last = state.lastOf.get(a.speaker);
  const targetLast = a.target === null ? undefined : state.lastOf.get(a.target);
  row.put(state.isAnsweredBy(v, a.speaker));
  row.put(Math.min(2, state.answers[v] as number) / 2);
  row.put(state.lastInThread.get(thread) === v);
  row.put(members?.has(a.speaker) ?? false);
  row.put(a.target !== null && (members?.has(a.target) ?? false));
  row.put(last !== undefined && state.thread[last] === thread);
  row.put(targetLast !== undefined && state.thread[targetLast] === thread);
  row.put(a.hasHan);
}
