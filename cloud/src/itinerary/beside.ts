import { countComments, removeComments } from './comments/store';
import { countExpenses, removeExpenses } from './expenses/store';
import { forgetPacker, removePacking } from './packing/store';
import { forgetBringer, removeOwnPlacesOfPai } from './places/own/store';

export async function countBeside(itineraryId: string): Promise<{ comments: number; expenses: number }> {
  const [comments, expenses] = await Promise.all([countComments(itineraryId), countExpenses(itineraryId)]);
  return { comments, expenses };
}

/** What stands beside a plan goes with it. */
export async function removeBeside(of: { itineraryId: string } | { paiId: string }): Promise<void> {
  await Promise.all([removeComments(of), removeExpenses(of), removePacking(of)]);
  if ('paiId' in of) await removeOwnPlacesOfPai(of.paiId);
}

/** Somebody has left: what they owe and said stays, what they were to take along does not. */
export const leaveBeside = (paiId: string, userId: string): Promise<void> => forgetPacker(userId, { paiId });

/** A deleted account: its comments go; sums stay, for the others owe and are owed by them. */
export async function forgetBeside(userId: string): Promise<void> {
  await Promise.all([removeComments({ byId: userId }), forgetPacker(userId, {}), forgetBringer(userId)]);
}
