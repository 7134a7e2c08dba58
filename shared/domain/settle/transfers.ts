/** What somebody is owed (above zero) or owes (below), in cents. */
export interface Balance {
  id: string;
  cents: number;
}

export interface Transfer {
  from: string;
  to: string;
  cents: number;
}

/** Up to so many people the fewest transfers are found; the work doubles with each one more. */
const EXACT_UP_TO = 14;

/** One by one from whoever owes to whoever is owed: at most one transfer fewer than people. */
function even(group: readonly Balance[]): Transfer[] {
  const owing = group.filter(({ cents }) => cents < 0).map((one) => ({ ...one }));
  const owed = group.filter(({ cents }) => cents > 0).map((one) => ({ ...one }));
  const transfers: Transfer[] = [];
  for (let [i, j] = [0, 0]; i < owing.length && j < owed.length; ) {
    const [from, to] = [owing[i] as Balance, owed[j] as Balance];
    const cents = Math.min(-from.cents, to.cents);
    transfers.push({ from: from.id, to: to.id, cents });
    from.cents += cents;
    to.cents -= cents;
    if (from.cents === 0) i++;
    if (to.cents === 0) j++;
  }
  return transfers;
}

/** For each set of people (a bit each) what they have together, and into how many groups without balance they can be cut at most. */
function count(people: readonly Balance[]): { sums: Float64Array; groups: Uint8Array } {
  const sums = new Float64Array(2 ** people.length);
  const groups = new Uint8Array(2 ** people.length);
  for (let set = 1; set < sums.length; set++) {
    const lowest = 31 - Math.clz32(set & -set);
    sums[set] = (sums[set & (set - 1)] as number) + (people[lowest] as Balance).cents;
    for (let rest = set; rest; rest &= rest - 1) groups[set] = Math.max(groups[set] as number, groups[set & ~(rest & -rest)] as number);
    if (sums[set] === 0) groups[set] = (groups[set] as number) + 1;
  }
  return { sums, groups };
}

/** The most groups that are even among themselves: each saves one transfer, so this is the same as the fewest transfers. */
function mostGroups(people: readonly Balance[]): Balance[][] {
  const { sums, groups } = count(people);
  const found: Balance[][] = [];
  for (let set = sums.length - 1; set > 0; ) {
    if (sums[set] === 0) found.push([]);
    const worth = (groups[set] as number) - (sums[set] === 0 ? 1 : 0);
    const next = people.findIndex((_, i) => set & (1 << i) && groups[set & ~(1 << i)] === worth);
    found[found.length - 1]?.push(people[next] as Balance);
    set &= ~(1 << next);
  }
  return found;
}

/** Transfers that bring all balances, which add up to zero, to zero: the fewest where up to 14 people are not at zero, else at most one fewer than those. */
export function transfersOf(balances: readonly Balance[]): Transfer[] {
  const open = balances.filter(({ cents }) => cents !== 0);
  const groups = open.length > EXACT_UP_TO ? [open] : mostGroups(open);
  return groups.reduce<Transfer[]>((all, group) => all.concat(even(group)), []);
}
