import { PaiModel, type AssistantDoc, type PaiDoc } from '../model';

/** Puts a role in place of its version `expected`; null when somebody changed it meanwhile. */
export const setRole = (paiId: string, role: AssistantDoc, expected: number): Promise<PaiDoc | null> =>
  PaiModel.findOneAndUpdate({ _id: paiId, assistants: { $elemMatch: { id: role.id, version: expected } } }, { $set: { 'assistants.$': role } }, { returnDocument: 'after' })
    .lean<PaiDoc>()
    .exec();
