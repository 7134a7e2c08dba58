import mongoose, { Schema } from 'mongoose';

/** Room that is promised in one pai to cards on their way into the log. It goes by itself once all of it has lapsed. */
export interface RoomDoc {
  /** The pai. */
  _id: string;
  /** Another one after each change. */
  rev: string;
  claims: { cardId: string; until: Date }[];
  until: Date;
}

const roomSchema = new Schema<RoomDoc>(
  { _id: String, rev: { type: String, required: true }, claims: [new Schema({ cardId: String, until: Date }, { _id: false })], until: { type: Date, required: true } },
  { strict: 'throw', versionKey: false, collection: 'cardRooms' },
);
roomSchema.index({ until: 1 }, { expireAfterSeconds: 0 });

export const RoomModel = mongoose.model<RoomDoc>('CardRoom', roomSchema);
