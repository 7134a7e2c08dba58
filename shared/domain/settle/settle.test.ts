import fc from 'fast-check';
import { settle, type SettleInput } from './settle';
import { split } from './split';
import { transfersOf, type Balance } from './transfers';

const id = (i: number): string => `p${i}`;
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

/** Whoever pays or is paid in no transfer was at zero, and all others end there. */
function left(balances: readonly Balance[], transfers: readonly { from: string; to: string; cents: number }[]): number[] {
  const open = new Map(balances.map(({ id, cents }) => [id, cents]));
  for (const { from, to, cents } of transfers) {
    open.set(from, (open.get(from) as number) + cents);
    open.set(to, (open.get(to) as number) - cents);
  }
  return [...open.values()];
}

/** By trying: the first who is not at zero pays to, or is paid by, each of the others in turn, all that either has open. */
function fewest(cents: readonly number[]): number {
  const [first, ...others] = cents.filter((one) => one !== 0);
  if (first === undefined) return 0;
  return 1 + Math.min(...others.map((other, i) => (first * other < 0 ? fewest(others.map((one, j) => (i === j ? one + first : one))) : Infinity)));
}

const balancesOf = (cents: readonly number[]): Balance[] => [...cents, -sum(cents)].map((one, i) => ({ id: id(i), cents: one }));
const amount = fc.integer({ min: 1, max: 1e12 });

const inputs: fc.Arbitrary<SettleInput> = fc.integer({ min: 1, max: 20 }).chain((n) => {
  const person = fc.integer({ min: 0, max: n - 1 }).map(id);
  const group = fc.uniqueArray(person, { minLength: 1 });
  const weight = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 1e12 }));
  const expense = fc.tuple(person, amount, group, fc.boolean(), fc.array(weight, { minLength: n, maxLength: n }));
  return fc.array(expense, { maxLength: 12 }).map((expenses) => ({
    people: Array.from({ length: n }, (_, i) => id(i)),
    expenses: expenses.map(([payer, cents, people, isWeighted, weights]) => ({ payer, cents, for: people, ...(isWeighted ? { weights: weights.slice(0, people.length) } : {}) })),
  }));
});

describe('settling up', () => {
  test('a split gives each their floor by weight, the cents left over to the first', () => {
    expect(split({ payer: 'a', cents: 100, for: ['a', 'b', 'c'] })).toEqual([34, 33, 33]);
    expect(split({ payer: 'a', cents: 101, for: ['c', 'b', 'a'] })).toEqual([34, 34, 33]);
    expect(split({ payer: 'a', cents: 1000, for: ['a', 'b', 'c'], weights: [1, 1, 5] })).toEqual([143, 143, 714]);
    expect(split({ payer: 'a', cents: 1, for: ['a', 'b'], weights: [1, 1000] })).toEqual([1, 0]);
  });

  test('a split is exact where the product of cents and weight is not', () => {
    fc.assert(
      fc.property(amount, fc.array(fc.integer({ min: 1, max: 2 ** 45 }), { minLength: 1, maxLength: 50 }), (cents, weights) => {
        const total = weights.reduce((all, one) => all + BigInt(one), 0n);
        const floors = weights.map((weight) => (BigInt(cents) * BigInt(weight)) / total);
        const over = BigInt(cents) - floors.reduce((all, one) => all + one, 0n);
        const expected = floors.map((floor, i) => Number(BigInt(i) < over ? floor + 1n : floor));
        expect(split({ payer: 'a', cents, for: weights.map((_, i) => id(i)), weights })).toEqual(expected);
      }),
      { numRuns: 500, seed: 1 },
    );
  });

  test('balances add up to zero, and transfers bring each to zero', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { balances, transfers } = settle(input);
        expect(balances.map((one) => one.id)).toEqual(input.people);
        expect(sum(balances.map(({ cents }) => cents))).toBe(0);
        expect(left(balances, transfers).every((cents) => cents === 0)).toBe(true);
        expect(transfers.every(({ from, to, cents }) => from !== to && Number.isSafeInteger(cents) && cents > 0)).toBe(true);
        expect(transfers.length).toBeLessThanOrEqual(Math.max(0, balances.filter(({ cents }) => cents !== 0).length - 1));
      }),
      { numRuns: 500, seed: 2 },
    );
  });

  test('transfers are the fewest there can be', () => {
    // small amounts, so that many groups are even among themselves
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 7 }), (cents) => {
        const balances = balancesOf(cents);
        expect(transfersOf(balances)).toHaveLength(fewest(balances.map((one) => one.cents)));
      }),
      { numRuns: 500, seed: 3 },
    );
  });

  test('twelve people in four even groups take eight transfers, in any order', () => {
    const groups = [[701, 202, -903], [1004, -501, -503], [77, 78, -155], [3000, -1001, -1999]];
    const mixed = [0, 1, 2].flatMap((i) => groups.map((group) => group[i] as number));
    expect(transfersOf(mixed.map((cents, i) => ({ id: id(i), cents })))).toHaveLength(8);
  });

  test('fifty people take at most forty-nine, at once', () => {
    const balances = balancesOf(Array.from({ length: 49 }, (_, i) => (i % 2 ? 1 : -1) * (i * 37 + 11)));
    expect(transfersOf(balances).length).toBeLessThanOrEqual(49);
  });
});
