import mongoose, { Schema } from 'mongoose';

/** What one role of a pai has used of one day's tokens. */
export interface BudgetDoc {
  /** `paiId/roleId/day`. */
  _id: string;
  used: number;
  /** Set aside by turns under way; one whose worker died gives way at `until`. */
  holds: { runId: string; tokens: number; until: Date }[];
  /** When and by which turn it was last said that the day's tokens are used up. */
  told?: { runId: string; at: Date };
  /** For the store to forget it. */
  at: Date;
}

const sub = (fields: Record<string, unknown>): Schema => new Schema(fields as never, { _id: false });

const budgetSchema = new Schema<BudgetDoc>(
  { _id: String, used: { type: Number, default: 0 }, holds: [sub({ runId: String, tokens: Number, until: Date })], told: sub({ runId: String, at: Date }), at: Date },
  { strict: 'throw', versionKey: false, collection: 'budgets' },
);
budgetSchema.index({ at: 1 }, { expireAfterSeconds: 14 * 24 * 3600 });

export const BudgetModel = mongoose.model<BudgetDoc>('Budget', budgetSchema);
