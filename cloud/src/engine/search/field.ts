/** Texts as lists of terms, counted for the terms of one query. */
export interface Field {
  counts: Map<string, number>[];
  lengths: number[];
  average: number;
  spread: Map<string, number>;
}

/** Counts only what the query (terms with their weights) asks for: the rest matters for its number alone. */
export function fieldOf(texts: readonly (readonly string[])[], query: ReadonlyMap<string, number>): Field {
  const spread = new Map<string, number>();
  const counts = texts.map((terms) => {
    const count = new Map<string, number>();
    for (const term of terms) if (query.has(term)) count.set(term, (count.get(term) ?? 0) + 1);
    for (const term of count.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
    return count;
  });
  const lengths = texts.map((terms) => terms.length);
  const average = lengths.reduce((a, b) => a + b, 0) / Math.max(1, lengths.length) || 1;
  return { counts, lengths, average, spread };
}

/** Okapi BM25 of each text; `b` is how much length counts against a text. */
export function bm25(field: Field, query: ReadonlyMap<string, number>, k1: number, b: number): number[] {
  const total = field.counts.length;
  const rarity = new Map([...field.spread].map(([term, seen]) => [term, Math.log(1 + (total - seen + 0.5) / (seen + 0.5))]));
  return field.counts.map((count, i) => {
    const norm = k1 * (1 - b + (b * (field.lengths[i] as number)) / field.average);
    let score = 0;
    for (const [term, times] of count) score += ((query.get(term) as number) * (rarity.get(term) as number) * times * (k1 + 1)) / (times + norm);
    return score;
  });
}
