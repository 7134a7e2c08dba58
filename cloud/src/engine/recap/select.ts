import type { Candidate } from './candidates';

export interface Scored extends Candidate {
  /** What it is worth besides the terms it brings. */
  worth: number;
}

/** Below this a candidate says too little to stand alone. */
const SMALLEST = 6;
const FEWEST_TERMS = 2;
/** Of what is said, at most this share is repeated: a recap of five lines is not five lines. */
const LARGEST_SHARE = 0.4;
/** A term nobody takes up again still counts a little, or short chats would have no subject. */
const ONCE = 0.15;
const SIZE_POWER = 0.6;
/** With less room for each group, the best sentences of all are worth more than one of each. */
const ROOM = 80;

export const saysSomething = (c: Candidate): boolean => c.size >= SMALLEST && c.terms.length >= FEWEST_TERMS;

function termWeights(distinct: Iterable<readonly string[]>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const terms of distinct) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const [term, count] of counts) if (count === 1) counts.set(term, ONCE);
  return counts;
}

/** Greedy cover: again and again the candidate that brings most new, widely shared terms for its size. */
class Cover<T extends Scored> {
  readonly chosen: T[] = [];
  left: number;
  private readonly covered = new Set<string>();
  private readonly distinct: Map<T, string[]>;
  private readonly weights: Map<string, number>;

  constructor(candidates: readonly T[], budget: number) {
    this.distinct = new Map(candidates.map((candidate) => [candidate, [...new Set(candidate.terms)]]));
    this.weights = termWeights(this.distinct.values());
    this.left = budget;
  }

  /** Takes the best of the candidates that fits; false when none does. */
  take(candidates: Iterable<T>): T | undefined {
    let best: T | undefined;
    let bestGain = 0;
    for (const candidate of candidates) {
      if (candidate.text.length > this.left) continue;
      const gain = this.gain(candidate);
      if (gain > bestGain) [best, bestGain] = [candidate, gain];
    }
    if (best === undefined) return undefined;
    this.chosen.push(best);
    this.left -= best.text.length;
    for (const term of best.terms) this.covered.add(term);
    return best;
  }

  private gain(candidate: T): number {
    let gain = 0;
    for (const term of this.distinct.get(candidate) as string[]) if (!this.covered.has(term)) gain += this.weights.get(term) as number;
    return (gain * candidate.worth) / Math.pow(candidate.size, SIZE_POWER);
  }
}

/**
 * Picks what to quote: where there is room first the best of each group (a topic), then the best of all until the budget,
 * in characters, is used, but at most `share` of all. Groups must be given in order; the picks come back in the order of
 * the talk.
 */
export function select<T extends Scored>(groups: readonly (readonly T[])[], budget: number, share = LARGEST_SHARE): T[] {
  const usable = groups.map((group) => group.filter(saysSomething));
  const rest = new Set(usable.flat());
  const cover = new Cover<T>([...rest], budget);
  const most = Math.max(1, Math.round(rest.size * share));
  const takeFrom = (candidates: Iterable<T>): boolean => {
    const taken = cover.take(candidates);
    return taken !== undefined && rest.delete(taken);
  };
  if (budget / groups.length >= ROOM) for (const group of usable) takeFrom(group);
  while (cover.chosen.length < most && takeFrom(rest));
  const order = new Map(groups.flat().map((candidate, i) => [candidate, i]));
  return cover.chosen.sort((a, b) => (order.get(a) as number) - (order.get(b) as number));
}
