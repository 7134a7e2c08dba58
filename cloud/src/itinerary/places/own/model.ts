import mongoose, { Schema } from 'mongoose';
import type { Place } from '@shared/wire/itinerary';

/** A place on a pai's own list. */
export interface OwnPlaceDoc {
  _id: string;
  paiId: string;
  city: string;
  /** With its type, what tells it from the others of the city. */
  name: string;
  type: Place['type'];
  /** All but id and source. */
  facts: Omit<Place, 'id' | 'name' | 'type' | 'source'>;
  /** Who brought it; nobody once that account is gone. */
  by?: string;
  /** The day it was brought. */
  on: string;
}

const Mixed = Schema.Types.Mixed;
const schema = new Schema<OwnPlaceDoc>(
  { _id: String, paiId: { type: String, required: true }, city: { type: String, required: true }, name: { type: String, required: true }, type: { type: String, required: true }, facts: { type: Mixed, required: true }, by: String, on: { type: String, required: true } } as never,
  { strict: 'throw', versionKey: false, collection: 'ownPlaces' },
);
schema.index({ paiId: 1, city: 1, type: 1, name: 1 }, { unique: true, name: 'one' });
schema.index({ by: 1 });

export const OwnPlaceModel = mongoose.model<OwnPlaceDoc>('OwnPlace', schema);
