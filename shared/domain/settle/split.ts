/** Somebody paid for some people. Cents and weights are positive whole numbers; one weight for each of `for`, all alike where they are absent. */
export interface Expense {
  payer: string;
  cents: number;
  for: readonly string[];
  weights?: readonly number[] | undefined;
}

/** Above this, the weights of one expense added up could no longer be divided exactly. */
export const MOST_WEIGHT = 2 ** 51;

/** floor(cents × weight / total) without the product, which may be too large for a number to hold. `weight` ≤ `total`. */
function share(cents: number, weight: number, total: number): number {
  let [quotient, rest] = [0, 0];
  for (let bit = 2 ** Math.floor(Math.log2(cents)); bit >= 1; bit /= 2) {
    rest = rest * 2 + (Math.floor(cents / bit) % 2) * weight;
    const whole = Math.floor(rest / total);
    quotient = quotient * 2 + whole;
    rest -= whole * total;
  }
  return quotient;
}

/** What each of `for` owes, in their order: by weight, rounded down; the cents left over go one each to the first. */
export function split({ cents, for: people, weights }: Expense): number[] {
  const parts = weights ?? people.map(() => 1);
  const total = parts.reduce((sum, part) => sum + part, 0);
  const shares = parts.map((part) => share(cents, part, total));
  const left = cents - shares.reduce((sum, one) => sum + one, 0);
  return shares.map((one, i) => (i < left ? one + 1 : one));
}
