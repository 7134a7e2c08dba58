import type { Place } from '@shared/wire/itinerary';
import { OwnPlaceModel, type OwnPlaceDoc } from './model';

const placeOf = ({ _id, name, type, facts, on }: OwnPlaceDoc): Place => ({ ...facts, id: `own-${_id}`, name, type, source: { name: '自己的地点表', on, verified: false } });

/** By name. */
export async function listOwnPlaces(paiId: string, city: string): Promise<Place[]> {
  const docs = await OwnPlaceModel.find({ paiId, city }).sort({ type: 1, name: 1 }).lean<OwnPlaceDoc[]>().exec();
  return docs.map(placeOf);
}

export const countOwnPlaces = (paiId: string): Promise<number> => OwnPlaceModel.countDocuments({ paiId }).exec();

/** Adds places, and changes those of the same city, type and name. */
export async function keepOwnPlaces(docs: readonly OwnPlaceDoc[]): Promise<{ added: number; changed: number }> {
  if (docs.length === 0) return { added: 0, changed: 0 };
  const writes = docs.map(({ _id, paiId, city, type, name, ...rest }) => ({ updateOne: { filter: { paiId, city, type, name }, update: { $set: rest, $setOnInsert: { _id } }, upsert: true } }));
  const { upsertedCount, modifiedCount } = await OwnPlaceModel.bulkWrite(writes, { ordered: false });
  return { added: upsertedCount, changed: modifiedCount };
}

export const findOwnPlace = (paiId: string, id: string): Promise<OwnPlaceDoc | null> => OwnPlaceModel.findOne({ _id: id, paiId }).lean<OwnPlaceDoc>().exec();

export const removeOwnPlace = async (paiId: string, id: string): Promise<void> => {
  await OwnPlaceModel.deleteOne({ _id: id, paiId });
};

export const removeOwnPlacesOfPai = async (paiId: string): Promise<void> => {
  await OwnPlaceModel.deleteMany({ paiId });
};

/** The facts stay, who brought them does not. */
export const forgetBringer = async (userId: string): Promise<void> => {
  await OwnPlaceModel.updateMany({ by: userId }, { $unset: { by: 1 } });
};
