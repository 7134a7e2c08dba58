import { featuresOf } from './features';

/** A logistic regression over hashed features. */
export interface Model {
  /** One for each slot, in `unit`s. */
  weights: ArrayLike<number>;
  unit: number;
  bias: number;
  /** From this score on people look at a text, and from that one on it is refused. */
  review: number;
  block: number;
}

/** How likely a plain text is an attack, in log odds. The sum of its features' weights is scaled so that length does not tell. */
export function scoreOf({ weights, unit, bias }: Pick<Model, 'weights' | 'unit' | 'bias'>, text: string): number {
  const features = featuresOf(text);
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return bias + (unit * sum) / Math.sqrt(Math.max(1, features.length));
}
