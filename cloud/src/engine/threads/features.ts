import type { Line } from './lines';
import type { State } from './state';
import { Turns } from './turns';

/** How many features a candidate has. */
export const FEATURES = 109;

const NEAR = [1, 2, 3, 4, 5, 7, 10, 15, 20, 30, 50];
const MINUTES = [0, 1, 2, 5, 10, 30];

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): string[] => [...(a.size < b.size ? a : b)].filter((term) => (a.size < b.size ? b : a).has(term));

const countBits = (mask: number): number => {
  let count = 0;
  for (let left = mask; left !== 0; left &= left - 1) count++;
  return count;
};

/** How rare each term is among the lines. */
export function rarity(lines: readonly Line[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { terms, chars } of lines) for (const term of [...terms, ...chars]) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const [term, count] of counts) counts.set(term, Math.log((lines.length + 1) / count) / Math.log(lines.length + 1));
  return counts;
}

/** Turns a message and one it may answer (or itself) into numbers. */
export class Featuriser {
  private readonly rare: ReadonlyMap<string, number>;
  private readonly turns: Turns;
  private at = 0;
  private out = new Float64Array(FEATURES);

  constructor(
    private readonly lines: readonly Line[],
    private readonly state: State,
  ) {
    this.rare = rarity(lines);
    this.turns = new Turns(lines);
  }

  private put(value: number | boolean): void {
    this.out[this.at++] = Number(value);
  }

  private weigh(terms: readonly string[]): number {
    return terms.reduce((sum, term) => sum + (this.rare.get(term) ?? 0), 0);
  }

  /** Features of linking line `u` to an earlier line `v`, or to itself when they are the same. */
  of(u: number, v: number): Float64Array {
    this.out = new Float64Array(FEATURES);
    this.at = 0;
    if (u === v) this.opening(u);
    else {
      this.at = 20;
      this.distance(u, v);
      this.people(u, v);
      this.words(u, v);
      this.threads(u, v);
      this.around(u, v);
    }
    return this.out;
  }

  private opening(u: number): void {
    const { lines, state } = this;
    const line = lines[u] as Line;
    const last = state.lastOf.get(line.speaker);
    const lastTo = state.lastTo.get(line.speaker);
    const targetLast = line.target === null ? undefined : state.lastOf.get(line.target);
    const before = lines[u - 1];
    this.put(1);
    this.put(line.isNotice);
    this.put(line.isAsking);
    this.put(line.isGreeting);
    this.put(line.isNod);
    this.put(line.isThanks);
    this.put(line.isLeaning);
    this.put(line.isBot);
    this.put(line.isCommand);
    this.put(line.target !== null);
    this.put(targetLast !== undefined);
    this.put(last === undefined);
    this.put(last === undefined ? 0 : Math.log1p(u - last) / 6);
    this.put(last === undefined ? 0 : Math.log1p(Math.max(0, line.at - (lines[last] as Line).at)) / 9);
    this.put(lastTo !== undefined && (last === undefined || lastTo > last));
    this.put(Math.log1p(line.length) / 6);
    this.put(before === undefined ? 1 : Math.log1p(Math.max(0, line.at - before.at)) / 9);
    this.put(line.hasHan);
    this.put(line.named.size > 0);
    this.put(line.isAsking && last === undefined);
  }

  private distance(u: number, v: number): void {
    const { lines, state } = this;
    const gap = (state.place[u - 1] as number) - (state.place[v] as number) + 1;
    const seconds = Math.max(0, (lines[u] as Line).at - (lines[v] as Line).at);
    for (const limit of NEAR) this.put(gap <= limit);
    for (const limit of MINUTES) this.put(seconds <= 60 * limit);
    this.put(Math.log1p(gap) / 5);
    this.put(Math.log1p(seconds) / 9);
  }

  private people(u: number, v: number): void {
    const { lines, state } = this;
    const a = lines[u] as Line;
    const b = lines[v] as Line;
    const isSame = a.speaker === b.speaker;
    const gap = (state.place[u - 1] as number) - (state.place[v] as number) + 1;
    const since = isSame ? 0 : state.spokenSince(a.speaker, v, 3);
    const bSince = state.spokenSince(b.speaker, v, 3);
    const toB = a.target === b.speaker;
    const toA = b.target === a.speaker;
    this.put(isSame);
    this.put(isSame && bSince === 0);
    this.put(isSame && gap === 1);
    this.put(isSame && a.target === b.target);
    this.put(isSame && a.target === b.target && a.target !== null);
    this.put(isSame && a.target !== b.target);
    this.put(isSame && state.parent[v] === v);
    this.put(!isSame && bSince === 0);
    this.put(bSince / 3);
    this.put(!isSame && since === 0);
    this.put(since / 3);
    this.put(toB);
    this.put(toB && bSince === 0);
    this.put(toB && bSince === 1);
    this.put(toB && toA);
    this.put(toB && b.isAsking);
    this.put(toB && gap <= 5);
    this.put(a.target !== null && !toB && !isSame);
    this.put(a.target === null && !isSame);
    this.put(toA);
    this.put(toA && since === 0);
    this.put(toA && state.lastTo.get(a.speaker) === v);
    this.put(toA && a.target === null);
    this.put(b.target !== null && !toA && !isSame && b.target !== a.target);
    this.put(b.target === null && !isSame);
    this.put(!toB && a.named.has(b.speaker));
    this.put(!toA && b.named.has(a.speaker));
    this.put(!isSame && a.target !== null && a.target === b.target);
    this.put(a.isBot && b.isCommand);
    this.put(a.isBot && b.isCommand && bSince === 0 && state.answers[v] === 0);
    this.put(a.isBot && b.named.has(a.speaker));
    this.put(a.isBot && a.target !== null && a.target === b.target);
    this.put(b.isBot);
    this.put(b.isBot && toA);
    this.put(b.isCommand && !a.isBot);
  }

  private words(u: number, v: number): void {
    const { lines, state } = this;
    const a = lines[u] as Line;
    const b = lines[v] as Line;
    const isSame = a.speaker === b.speaker;
    const terms = shared(a.terms, b.terms);
    const overlap = this.weigh(terms);
    const chars = this.weigh(shared(a.chars, b.chars)) / Math.sqrt(1 + a.chars.size * b.chars.size);
    const open = !isSame && b.isAsking && state.answers[v] === 0;
    this.put(Math.log1p(overlap));
    this.put(overlap / Math.sqrt(1 + a.terms.size * b.terms.size));
    this.put(terms.reduce((most, term) => Math.max(most, this.rare.get(term) ?? 0), 0));
    this.put(isSame ? Math.log1p(overlap) : 0);
    this.put(chars);
    this.put(b.isAsking && !isSame);
    this.put(open);
    this.put(b.isAsking && !a.isAsking && !isSame);
    this.put(a.isAsking && b.isAsking);
    this.put(a.isNod && !isSame);
    this.put(a.isThanks && !isSame);
    this.put(a.isLeaning && !isSame);
    this.put(b.isThanks || b.isGreeting);
    this.put(isSame ? 0 : countBits(a.gives & b.asks) / 3);
    this.put(isSame ? 0 : countBits(b.asks & ~a.gives) / 3);
    this.put(!isSame && b.asks !== 0 && (a.gives & b.asks) === b.asks);
  }

  private threads(u: number, v: number): void {
    const { lines, state } = this;
    const a = lines[u] as Line;
    const thread = state.thread[v] as number;
    const last = state.lastOf.get(a.speaker);
    const targetLast = a.target === null ? undefined : state.lastOf.get(a.target);
    const members = state.membersOf.get(thread);
    this.put(state.isAnsweredBy(v, a.speaker));
    this.put(Math.min(2, state.answers[v] as number) / 2);
    this.put(state.lastInThread.get(thread) === v);
    this.put(members?.has(a.speaker) ?? false);
    this.put(a.target !== null && (members?.has(a.target) ?? false));
    this.put(last !== undefined && state.thread[last] === thread);
    this.put(targetLast !== undefined && state.thread[targetLast] === thread);
    this.put(a.hasHan);
  }

  private around(u: number, v: number): void {
    const { lines, turns } = this;
    const a = lines[u] as Line;
    const b = lines[v] as Line;
    const isSame = a.speaker === b.speaker;
    const next = turns.nextOf(b.speaker, u);
    const reply = next === undefined || isSame ? undefined : (lines[next] as Line);
    const between = isSame || (turns.nextOf(b.speaker, v) ?? Infinity) < u ? 0 : turns.count(a.speaker, v, next ?? u);
    this.put(!isSame && a.target === null && turns.targetBefore(a.speaker, u) === b.speaker);
    this.put(!isSame && a.target === null && turns.targetAfter(a.speaker, u) === b.speaker);
    this.put(!isSame && turns.targetBefore(b.speaker, v) === a.speaker);
    this.put(reply?.target === a.speaker);
    this.put(reply !== undefined && reply.target !== null && reply.target !== a.speaker);
    this.put(reply === undefined ? 0 : Math.log1p(this.weigh(shared(a.terms, reply.terms))));
    this.put(reply === undefined ? 1 : Math.log1p((next as number) - u) / 5);
    this.put(between === 1);
    this.put(between === 0 ? 0 : 1 / between);
    this.put(reply !== undefined && (reply.isThanks || reply.isNod));
    const earlier = turns.lastOf(b.speaker, v);
    this.put(isSame || earlier === undefined ? 0 : Math.log1p(this.weigh(shared(a.terms, (lines[earlier] as Line).terms))));
  }
}
