import mongoose, { Schema } from 'mongoose';

/** One thing the AI members keep in mind about a pai. */
export interface FactDoc {
  _id: string;
  paiId: string;
  text: string;
  /** Whom it is about, where it names a member or speaks of its author. */
  aboutId?: string | undefined;
  /** Who wrote it or confirmed it. */
  byId: string;
  byName: string;
  /** The message it rests on, and its author. */
  seq?: number | undefined;
  saidById?: string | undefined;
  /** Whoever may read this position may see it: `seq`, or the head when it was written. */
  place: number;
  at: Date;
  /** Its message was edited since: nobody has looked whether it still holds. */
  stale?: boolean;
  /** What it was made by, once: the card a member confirmed. */
  key?: string | undefined;
}

const factSchema = new Schema<FactDoc>(
  {
    _id: String,
    paiId: { type: String, required: true },
    text: { type: String, required: true },
    aboutId: String,
    byId: { type: String, required: true },
    byName: { type: String, default: '' },
    seq: Number,
    saidById: String,
    place: { type: Number, required: true },
    at: { type: Date, required: true },
    stale: Boolean,
    key: String,
  },
  { strict: 'throw', versionKey: false, collection: 'facts' },
);
factSchema.index({ paiId: 1, at: 1 });
factSchema.index({ paiId: 1, seq: 1 }, { partialFilterExpression: { seq: { $exists: true } } });
factSchema.index({ paiId: 1, key: 1 }, { unique: true, partialFilterExpression: { key: { $exists: true } } });
factSchema.index({ byId: 1 });
factSchema.index({ aboutId: 1 }, { sparse: true });
factSchema.index({ saidById: 1 }, { sparse: true });

export const FactModel = mongoose.model<FactDoc>('Fact', factSchema);
