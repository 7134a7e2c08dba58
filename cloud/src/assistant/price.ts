import { config } from '../config';

const MILLION = 1e6;

/** What tokens cost by MODEL_PRICE; undefined where no price is set. */
export function costOf({ input, output }: { input: number; output: number }): { amount: number; currency: string } | undefined {
  const price = config().MODEL_PRICE;
  return price && { amount: (input * price.input + output * price.output) / MILLION, currency: price.currency };
}
