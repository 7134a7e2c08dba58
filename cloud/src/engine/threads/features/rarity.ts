import type { Line } from '../lines';

/** Lines without a word that are taken for granted: in a short log a word said twice is not a common one. */
const UNSEEN = 300;

/** How rare the words of a log are in it, from 0 (in every line of a long one) to about 1. */
export class Rarity {
  private readonly of = new Map<string, number>();

  constructor(lines: readonly Line[]) {
    const counts = new Map<string, number>();
    for (const { terms, chars } of lines) for (const set of [terms, chars]) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1);
    const all = lines.length + UNSEEN;
    for (const [term, count] of counts) this.of.set(term, Math.log(all / count) / Math.log(all));
  }

  /** Sum and highest rarity of what two sets share. */
  shared(a: ReadonlySet<string>, b: ReadonlySet<string>): { sum: number; most: number } {
    const [few, many] = a.size < b.size ? [a, b] : [b, a];
    let [sum, most] = [0, 0];
    for (const term of few) {
      if (!many.has(term)) continue;
      const rare = this.of.get(term) ?? 0;
      sum += rare;
      if (rare > most) most = rare;
    }
    return { sum, most };
  }
}
