import mongoose, { Schema } from 'mongoose';

export interface CommentDoc {
  _id: string;
  itineraryId: string;
  paiId: string;
  clientMsgId: string;
  byId: string;
  text: string;
  /** The stop it is about; absent: the whole. */
  itemId?: string;
  at: Date;
}

const schema = new Schema<CommentDoc>(
  {
    _id: String,
    itineraryId: { type: String, required: true },
    paiId: { type: String, required: true },
    clientMsgId: { type: String, required: true },
    byId: { type: String, required: true },
    text: { type: String, required: true },
    itemId: String,
    at: { type: Date, required: true },
  },
  { strict: 'throw', versionKey: false, collection: 'itineraryComments' },
);
schema.index({ itineraryId: 1, byId: 1, clientMsgId: 1 }, { unique: true, name: 'once' });
schema.index({ itineraryId: 1, at: 1 });
schema.index({ paiId: 1 });
schema.index({ byId: 1 });

export const CommentModel = mongoose.model<CommentDoc>('ItineraryComment', schema);
