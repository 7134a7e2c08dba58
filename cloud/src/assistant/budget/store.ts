import { duplicateIndex } from '../../infra/mongo';
import { BudgetModel, type BudgetDoc } from './model';

export const findBudget = (id: string): Promise<BudgetDoc | null> => BudgetModel.findById(id).lean<BudgetDoc>().exec();

/** Makes the day's account if there is none and drops holds that have run out, and the run's own of an earlier attempt. */
export const openBudget = async (id: string, runId: string, at: Date): Promise<void> => {
  await BudgetModel.updateOne({ _id: id }, { $pull: { holds: { $or: [{ until: { $lt: at } }, { runId }] } }, $setOnInsert: { used: 0, at } }, { upsert: true }).catch((error: unknown) => {
    if (!duplicateIndex(error)) throw error;
  });
};

/** Sets tokens aside if what is used and set aside leaves room for them below `limit`. */
export const holdTokens = async (id: string, hold: BudgetDoc['holds'][number], limit: number): Promise<boolean> =>
  (await BudgetModel.updateOne({ _id: id, $expr: { $lte: [{ $add: ['$used', { $sum: '$holds.tokens' }, hold.tokens] }, limit] } }, { $push: { holds: hold } })).matchedCount === 1;

/** Gives back what a run set aside and books what it used; the second time it does nothing. */
export const bookTokens = async (id: string, runId: string, used: number): Promise<void> => {
  await BudgetModel.updateOne({ _id: id, 'holds.runId': runId }, { $inc: { used }, $pull: { holds: { runId } } });
};

/** True for one run in a while: it is the one to say that nothing is left. */
export const takeTelling = async (id: string, runId: string, at: Date, notSince: Date): Promise<boolean> =>
  (await BudgetModel.updateOne({ _id: id, $or: [{ told: null }, { 'told.at': { $lt: notSince } }, { 'told.runId': runId }] }, { $set: { told: { runId, at } } })).matchedCount === 1;

export const removeBudgets = async (paiId: string): Promise<void> => {
  await BudgetModel.deleteMany({ _id: { $gt: `${paiId}/`, $lt: `${paiId}0` } });
};
