import type { Placed } from './standing';

/** Both orders of C14, as member ids. */
export interface Ranking {
  byTotal: string[];
  byStreak: string[];
}

type Order = (a: Placed, b: Placed) => number;

const ascending = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
const byId: Order = (a, b) => ascending(a.standing.id, b.standing.id);

const byTotal: Order = (a, b) => b.standing.total - a.standing.total || ascending(a.lastAt, b.lastAt) || byId(a, b);
const byStreak: Order = ({ standing: a }, { standing: b }) => b.streak - a.streak || b.best - a.best || b.total - a.total || ascending(a.id, b.id);

export function rankingOf(placed: readonly Placed[]): Ranking {
  const ids = (order: Order): string[] => [...placed].sort(order).map(({ standing }) => standing.id);
  return { byTotal: ids(byTotal), byStreak: ids(byStreak) };
}
