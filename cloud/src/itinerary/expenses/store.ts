import { duplicateIndex } from '../../infra/mongo';
import { ExpenseModel, type ExpenseDoc } from './model';

/** In the order they were laid out, the removed ones as well. */
export const listExpenses = (itineraryId: string): Promise<ExpenseDoc[]> => ExpenseModel.find({ itineraryId }).sort({ at: 1, _id: 1 }).lean<ExpenseDoc[]>().exec();

export const findExpense = (itineraryId: string, id: string): Promise<ExpenseDoc | null> => ExpenseModel.findOne({ _id: id, itineraryId }).lean<ExpenseDoc>().exec();

export const countExpenses = (itineraryId: string): Promise<number> => ExpenseModel.countDocuments({ itineraryId, removed: { $exists: false } }).exec();

export const hasExpense = async (itineraryId: string, byId: string, clientMsgId: string): Promise<boolean> => (await ExpenseModel.exists({ itineraryId, byId, clientMsgId })) !== null;

/** Stores an expense; the same clientMsgId again changes nothing. */
export async function insertExpense(doc: ExpenseDoc): Promise<void> {
  await ExpenseModel.create(doc).catch((error: unknown) => {
    if (!duplicateIndex(error)) throw error;
  });
}

export const markRemoved = async (id: string, by: string, at: Date): Promise<void> => {
  await ExpenseModel.updateOne({ _id: id, removed: { $exists: false } }, { $set: { removed: { by, at } } });
};

export const removeExpenses = async (of: { paiId: string } | { itineraryId: string }): Promise<void> => {
  await ExpenseModel.deleteMany(of);
};
