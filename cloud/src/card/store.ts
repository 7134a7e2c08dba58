import { newId } from '../infra/ids';
import { duplicateIndex } from '../infra/mongo';
import { RoomModel, type RoomDoc } from './model';

export type Claim = RoomDoc['claims'][number];

export const findRoom = (paiId: string): Promise<RoomDoc | null> => RoomModel.findById(paiId).lean<RoomDoc>().exec();

/** Puts claims in the place of those that were read; false when somebody else has done so since. */
export async function replaceClaims(paiId: string, before: RoomDoc | null, claims: readonly Claim[]): Promise<boolean> {
  const change = { rev: newId(), claims: [...claims], until: new Date(Math.max(0, ...claims.map(({ until }) => until.getTime()))) };
  if (before) return (await RoomModel.updateOne({ _id: paiId, rev: before.rev }, { $set: change })).matchedCount === 1;
  try {
    await RoomModel.create({ _id: paiId, ...change });
    return true;
  } catch (error) {
    if (duplicateIndex(error)) return false;
    throw error;
  }
}

export const dropClaims = async (paiId: string, cardIds: readonly string[]): Promise<void> => {
  await RoomModel.updateOne({ _id: paiId }, { $set: { rev: newId() }, $pull: { claims: { cardId: { $in: [...cardIds] } } } });
};
