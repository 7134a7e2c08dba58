import mongoose, { Schema } from 'mongoose';

/** Something to take along: written by hand, or what was done about something a rule brings up. */
export interface PackingDoc {
  _id: string;
  itineraryId: string;
  paiId: string;
  /** Which rule brings it up. Its words follow from the plan; they are not kept. */
  rule?: string;
  /** Of what was written by hand. */
  text?: string;
  who?: string;
  byId?: string;
  clientMsgId?: string;
  /** Who has it ready. */
  done: string[];
  /** Taken off the list though its rule still brings it up. */
  dropped?: boolean;
  at: Date;
}

const schema = new Schema<PackingDoc>(
  {
    _id: String,
    itineraryId: { type: String, required: true },
    paiId: { type: String, required: true },
    rule: String,
    text: String,
    who: String,
    byId: String,
    clientMsgId: String,
    done: [String],
    dropped: Boolean,
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false, collection: 'packing' },
);
schema.index({ itineraryId: 1, rule: 1 }, { unique: true, name: 'rule', partialFilterExpression: { rule: { $exists: true } } });
schema.index({ itineraryId: 1, byId: 1, clientMsgId: 1 }, { unique: true, name: 'once', partialFilterExpression: { clientMsgId: { $exists: true } } });
schema.index({ paiId: 1 });

export const PackingModel = mongoose.model<PackingDoc>('Packing', schema);
