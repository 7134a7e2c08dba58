import { FEATURES, type Features } from './features';

/** A small net: one hidden layer beside a straight line from the features to the score. */
export interface Net {
  straight: ArrayLike<number>;
  /** Row by row, one row of FEATURES for each hidden unit. */
  hidden: ArrayLike<number>;
  bias: ArrayLike<number>;
  out: ArrayLike<number>;
}

/** How well a candidate fits: the higher the better, comparable among the candidates of one message. */
export function scoreOf({ straight, hidden, bias, out }: Net, { places, values, count }: Features): number {
  let score = 0;
  for (let i = 0; i < count; i++) score += (straight[places[i] as number] as number) * (values[i] as number);
  for (let h = 0, start = 0; h < out.length; h++, start += FEATURES) {
    let sum = bias[h] as number;
    for (let i = 0; i < count; i++) sum += (hidden[start + (places[i] as number)] as number) * (values[i] as number);
    if (sum > 0) score += sum * (out[h] as number);
  }
  return score;
}
