/** What a term of a text counts for: a term of the query, wholly (share 1) or in part, by its weight there. */
export interface Wanted {
  term: string;
  share: number;
  weight: number;
}

/** By the terms of texts. */
export type Query = ReadonlyMap<string, Wanted>;

/** Texts as lists of terms, counted for the terms of one query. */
export interface Field {
  counts: Map<string, number>[];
  lengths: number[];
  average: number;
  spread: Map<string, number>;
}

/** Counts only what the query asks for: the rest matters for its number alone. */
export function fieldOf(texts: readonly (readonly string[])[], query: Query): Field {
  const spread = new Map<string, number>();
  const counts = texts.map((terms) => {
    const count = new Map<string, number>();
    for (const each of terms) {
      const wanted = query.get(each);
      if (wanted !== undefined) count.set(wanted.term, (count.get(wanted.term) ?? 0) + wanted.share);
    }
    for (const [term, times] of count) spread.set(term, (spread.get(term) ?? 0) + Math.min(1, times));
    return count;
  });
  const lengths = texts.map((terms) => terms.length);
  const average = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length) || 1;
  return { counts, lengths, average, spread };
}

/** Okapi BM25 of each text; `b` is how much length counts against a text. */
export function bm25(field: Field, query: Query, k1: number, b: number): number[] {
  const total = field.counts.length;
  const weights = new Map([...query.values()].map(({ term, weight }) => [term, weight]));
  const worth = new Map([...field.spread].map(([term, seen]) => [term, (weights.get(term) as number) * Math.log(1 + (total - seen + 0.5) / (seen + 0.5))]));
  return field.counts.map((count, i) => {
    const norm = k1 * (1 - b + (b * (field.lengths[i] as number)) / field.average);
    let score = 0;
    for (const [term, times] of count) score += ((worth.get(term) as number) * times * (k1 + 1)) / (times + norm);
    return score;
  });
}
