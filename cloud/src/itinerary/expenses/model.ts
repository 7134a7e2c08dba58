import mongoose, { Schema } from 'mongoose';

/** Money somebody laid out. It is never changed: what is wrong is marked as removed, and stays to be seen. */
export interface ExpenseDoc {
  _id: string;
  itineraryId: string;
  paiId: string;
  clientMsgId: string;
  byId: string;
  title: string;
  payer: string;
  cents: number;
  for: string[];
  weights?: number[];
  /** The stop it was for, though that may be in no plan any more. */
  itemId?: string;
  at: Date;
  removed?: { by: string; at: Date };
}

const schema = new Schema<ExpenseDoc>(
  {
    _id: String,
    itineraryId: { type: String, required: true },
    paiId: { type: String, required: true },
    clientMsgId: { type: String, required: true },
    byId: { type: String, required: true },
    title: { type: String, required: true },
    payer: { type: String, required: true },
    cents: { type: Number, required: true },
    for: [String],
    weights: { type: [Number], default: undefined },
    itemId: String,
    at: { type: Date, required: true },
    removed: Schema.Types.Mixed,
  } as never,
  { strict: 'throw', versionKey: false, collection: 'expenses' },
);
schema.index({ itineraryId: 1, byId: 1, clientMsgId: 1 }, { unique: true, name: 'once' });
schema.index({ itineraryId: 1, at: 1 });
schema.index({ paiId: 1 });

export const ExpenseModel = mongoose.model<ExpenseDoc>('Expense', schema);
