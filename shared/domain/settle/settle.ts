import { split, type Expense } from './split';
import { transfersOf, type Balance, type Transfer } from './transfers';

export interface SettleInput {
  /** Ids, each once; everybody an expense names is among them. */
  people: readonly string[];
  expenses: readonly Expense[];
}

export interface Settlement {
  /** Paid less owed, in the order of the people. */
  balances: Balance[];
  transfers: Transfer[];
}

/** Who owes whom, to the cent. */
export function settle({ people, expenses }: SettleInput): Settlement {
  const cents = new Map(people.map((id) => [id, 0]));
  const add = (id: string, more: number): void => void cents.set(id, (cents.get(id) ?? 0) + more);
  for (const expense of expenses) {
    add(expense.payer, expense.cents);
    split(expense).forEach((owed, i) => add(expense.for[i] as string, -owed));
  }
  const balances = people.map((id) => ({ id, cents: cents.get(id) ?? 0 }));
  return { balances, transfers: transfersOf(balances) };
}
