import type { WishDoc } from '../model';

/** Whether a wish is one to be met: it has not been taken back in talk or by hand. */
export function standingOf(wishes: readonly WishDoc[]): WishDoc[] {
  const live = wishes.filter(({ removed }) => !removed);
  const ended = new Set(live.flatMap(({ withdraws = [] }) => withdraws));
  return live.filter(({ _id }) => !ended.has(_id));
}

/** The same without those that say nothing the program can hold a plan against. */
export const typedOf = (wishes: readonly WishDoc[]): WishDoc[] => standingOf(wishes).filter(({ constraints }) => constraints.length > 0);
