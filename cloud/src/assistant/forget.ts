import { removeBudgets } from './budget';
import { removeRuns, renameAsker } from './store';

/** Takes a deleted account's name off the receipts. */
export const forgetAsker = (userId: string): Promise<void> => renameAsker(userId, '已注销');

/** Removes what an erased pai's AI turns left. */
export async function forgetPaiRuns(paiId: string): Promise<void> {
  await removeRuns(paiId);
  await removeBudgets(paiId);
}
