import { z } from 'zod';
import type { SettleInput } from '../../shared/domain/settle/settle';
import { MOST_WEIGHT } from '../../shared/domain/settle/split';

type Context = z.core.$RefinementCtx;

const Positive = z.number().int().min(1);
const Id = z.string().min(1);
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);

function say(context: Context, path: (string | number)[], message: string): void {
  context.addIssue({ code: 'custom', path, message });
}

function differ(ids: readonly string[], context: Context): void {
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i) say(context, [i], 'names must differ');
  });
}

const Expense = z
  .object({
    payer: Id,
    cents: Positive,
    for: z.array(Id).min(1).superRefine(differ),
    weights: z
      .array(Positive)
      .refine((weights) => sum(weights) <= MOST_WEIGHT, 'must be smaller')
      .nullish()
      .transform((weights) => weights ?? undefined),
  })
  .refine(({ for: people, weights }) => !weights || weights.length === people.length, { path: ['weights'], message: 'must be one for each of `for`' });

function everybodyIsKnown({ people, expenses }: SettleInput, context: Context): void {
  const known = new Set(people);
  expenses.forEach(({ payer, for: owing }, i) => {
    if (!known.has(payer)) say(context, ['expenses', i, 'payer'], 'must be one of people');
    owing.forEach((id, j) => {
      if (!known.has(id)) say(context, ['expenses', i, 'for', j], 'must be one of people');
    });
  });
}

/** One line of the verb `settle`. */
export const SettleLine: z.ZodType<SettleInput> = z
  .object({ people: z.array(Id).superRefine(differ), expenses: z.array(Expense) })
  .superRefine(everybodyIsKnown)
  .refine(({ expenses }) => Number.isSafeInteger(sum(expenses.map(({ cents }) => cents))), { path: ['expenses'], message: 'must add up to less' });
