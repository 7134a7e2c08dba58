import type { Line } from '../lines';
import type { State } from '../state';
import type { Turns } from '../turns';
import type { Rarity } from './rarity';

/** What is known of a log while one message of it is linked. */
export interface Context {
  lines: readonly Line[];
  state: State;
  turns: Turns;
  rarity: Rarity;
}

/** A message and an earlier one that it may answer. */
export interface Pair {
  context: Context;
  u: number;
  v: number;
  a: Line;
  b: Line;
  /** Both by one speaker. */
  isSame: boolean;
  /** Messages from one to the other; 1 for neighbours. */
  gap: number;
  /** How often the later speaker, and the earlier one, spoke since (at most 3). */
  aSince: number;
  bSince: number;
}

const MOST = 3;

export function pairOf(context: Context, u: number, v: number): Pair {
  const { lines, state } = context;
  const a = lines[u] as Line;
  const b = lines[v] as Line;
  const isSame = a.speaker === b.speaker;
  const gap = (state.place[u - 1] as number) - (state.place[v] as number) + 1;
  return { context, u, v, a, b, isSame, gap, aSince: isSame ? 0 : state.spokenSince(a.speaker, v, MOST), bSince: state.spokenSince(b.speaker, v, MOST) };
}
