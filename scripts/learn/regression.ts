import { shuffled, type Chance } from './chance';

export interface Example {
  /** Slots that are set; each counts 1 / √(their number). */
  features: readonly number[];
  positive: boolean;
  /** How much it counts. */
  weight: number;
}

const BIAS_FEATURE = 1;
const NEWTON_STEPS = 20;
const PRECISION = 1e-3;

/**
 * Newton steps for one example's dual variable (Yu, Huang and Lin: Dual coordinate descent methods for logistic regression,
 * 2011): finds the z in (0, cap) where a(z − old) + b + log(z / (cap − z)) is 0.
 */
function solve(old: number, a: number, b: number, cap: number): number {
  let z = cap - old < 0.5 * cap ? 0.1 * old : old;
  const slope = (): number => a * (z - old) + b + Math.log(z / (cap - z));
  for (let step = 0; step < NEWTON_STEPS && Math.abs(slope()) > PRECISION; step++) {
    const next = z - slope() / (a + cap / (cap - z) / z);
    z = next <= 0 ? 0.1 * z : next >= cap ? (z + cap) / 2 : next;
  }
  return z;
}

export interface Learnt {
  weights: Float64Array;
  bias: number;
}

/** L2-regularised logistic regression by dual coordinate descent. `cost`: what an error costs against a weight. */
export function regress(examples: readonly Example[], { slots, cost, rounds, chance }: { slots: number; cost: number; rounds: number; chance: Chance }): Learnt {
  const learnt: Learnt = { weights: new Float64Array(slots), bias: 0 };
  const { weights } = learnt;
  const caps = examples.map(({ weight }) => cost * weight);
  const duals = caps.map((cap) => Math.min(0.001 * cap, 1e-8));
  const length = examples.map(({ features }) => Math.sqrt(Math.max(1, features.length)));
  const add = (i: number, change: number): void => {
    const { features, positive } = examples[i] as Example;
    const step = positive ? change : -change;
    for (const feature of features) weights[feature] = (weights[feature] as number) + step / (length[i] as number);
    learnt.bias += step * BIAS_FEATURE;
  };
  const margin = (i: number): number => {
    const { features, positive } = examples[i] as Example;
    let sum = 0;
    for (const feature of features) sum += weights[feature] as number;
    return (positive ? 1 : -1) * (learnt.bias + sum / (length[i] as number));
  };
  duals.forEach((dual, i) => add(i, dual));
  for (let round = 0; round < rounds; round++) {
    for (const i of shuffled(examples.map((_, place) => place), chance)) {
      const [cap, dual, b] = [caps[i] as number, duals[i] as number, margin(i)];
      const square = ((examples[i] as Example).features.length > 0 ? 1 : 0) + BIAS_FEATURE;
      // The smaller of the two duals is the one that can be solved for without losing digits.
      const lower = 0.5 * square * (cap - 2 * dual) + b >= 0;
      const solved = lower ? solve(dual, square, b, cap) : cap - solve(cap - dual, square, -b, cap);
      add(i, solved - dual);
      duals[i] = solved;
    }
  }
  return learnt;
}
