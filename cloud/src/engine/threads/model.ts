import { FEATURES } from './features';

/** A small net: one hidden layer beside a straight line from the features to the score. */
export interface Net {
  straight: ArrayLike<number>;
  /** Row by row, one row of FEATURES for each hidden unit. */
  hidden: ArrayLike<number>;
  bias: ArrayLike<number>;
  out: ArrayLike<number>;
}

/** How well a candidate fits: the higher the better, comparable among the candidates of one message. */
export function scoreOf(net: Net, features: Float64Array): number {
  const { straight, hidden, bias, out } = net;
  const set: number[] = [];
  let score = 0;
  for (let f = 0; f < FEATURES; f++) {
    if (features[f] === 0) continue;
    set.push(f);
    score += (straight[f] as number) * (features[f] as number);
  }
  for (let h = 0, row = 0; h < out.length; h++, row += FEATURES) {
    let sum = bias[h] as number;
    for (const f of set) sum += (hidden[row + f] as number) * (features[f] as number);
    if (sum > 0) score += sum * (out[h] as number);
  }
  return score;
}
