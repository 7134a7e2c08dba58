import type { Candidate } from './candidates';

const ROUNDS = 20;
const DAMPING = 0.85;

type Vector = Map<string, number>;

function unitVectors(candidates: readonly Candidate[]): Vector[] {
  const spread = new Map<string, number>();
  for (const { terms } of candidates) for (const term of new Set(terms)) spread.set(term, (spread.get(term) ?? 0) + 1);
  return candidates.map(({ terms }) => {
    const vector: Vector = new Map();
    for (const term of terms) vector.set(term, (vector.get(term) ?? 0) + 1);
    let squares = 0;
    for (const [term, count] of vector) {
      const weight = count * Math.log(1 + candidates.length / (spread.get(term) as number));
      vector.set(term, weight);
      squares += weight * weight;
    }
    const length = Math.sqrt(squares) || 1;
    for (const [term, weight] of vector) vector.set(term, weight / length);
    return vector;
  });
}

function weightedSum(vectors: readonly Vector[], weights: readonly number[]): Vector {
  const sum: Vector = new Map();
  vectors.forEach((vector, i) => {
    for (const [term, value] of vector) sum.set(term, (sum.get(term) ?? 0) + value * (weights[i] as number));
  });
  return sum;
}

function dot(vector: Vector, sum: Vector): number {
  let total = 0;
  for (const [term, value] of vector) total += value * (sum.get(term) as number);
  return total;
}

/**
 * How central each candidate is among all (continuous LexRank), mean 1. The cosine graph is never built: a row of it is
 * a dot product with the sum of the vectors, so a round costs the number of terms and not the number of pairs.
 */
export function centrality(candidates: readonly Candidate[]): number[] {
  const n = candidates.length;
  const vectors = unitVectors(candidates);
  const ones = new Array<number>(n).fill(1);
  const everything = weightedSum(vectors, ones);
  const selves = vectors.map((vector) => (vector.size > 0 ? 1 : 0));
  const degrees = vectors.map((vector, i) => Math.max(dot(vector, everything) - (selves[i] as number), 1e-9));
  let ranks = ones;
  for (let round = 0; round < ROUNDS; round++) {
    const shares = ranks.map((rank, i) => rank / (degrees[i] as number));
    const sum = weightedSum(vectors, shares);
    ranks = vectors.map((vector, i) => 1 - DAMPING + DAMPING * (dot(vector, sum) - (selves[i] as number) * (shares[i] as number)));
  }
  return ranks.map((rank) => Math.max(rank, 0.05));
}
