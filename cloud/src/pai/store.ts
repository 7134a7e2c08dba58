import { duplicateIndex } from '../infra/mongo';
import { PaiModel, PlaceModel, type MemberDoc, type PaiDoc, type PlaceDoc, type RequestDoc } from './model';

type Change = Record<string, unknown>;

const after = { returnDocument: 'after' } as const;
const update = (filter: Change, change: Change, options: Change = {}): Promise<PaiDoc | null> =>
  PaiModel.findOneAndUpdate(filter, change, { ...after, ...options }).lean<PaiDoc>().exec();

export const findPai = (id: string): Promise<PaiDoc | null> => PaiModel.findById(id).lean<PaiDoc>().exec();
export const findPaiByNumber = (number: string): Promise<PaiDoc | null> => PaiModel.findOne({ number }).lean<PaiDoc>().exec();
export const listPaisOf = (userId: string): Promise<PaiDoc[]> => PaiModel.find({ 'members.userId': userId }).lean<PaiDoc[]>().exec();
export const listPaisById = (ids: readonly string[]): Promise<PaiDoc[]> => PaiModel.find({ _id: { $in: ids } }).lean<PaiDoc[]>().exec();
export const listPaisDueForErasure = (at: Date): Promise<PaiDoc[]> => PaiModel.find({ dissolveAt: { $lte: at } }).limit(50).lean<PaiDoc[]>().exec();
/** Pais with a role that is to give an account of its own accord. */
export const listPaisWithDigest = (): Promise<PaiDoc[]> => PaiModel.find({ 'assistants.digest.every': { $exists: true }, dissolveAt: null }).lean<PaiDoc[]>().exec();
export const countPaisOf = (userId: string): Promise<number> => PaiModel.countDocuments({ 'members.userId': userId }).exec();
export const countOwnedBy = (userId: string): Promise<number> => PaiModel.countDocuments({ ownerId: userId }).exec();

/** Ids of the pais a person is in that are not dissolved. */
export async function listOpenPaiIdsOf(userId: string): Promise<string[]> {
  const pais = await PaiModel.find({ 'members.userId': userId, dissolveAt: null }, { _id: 1 }).lean().exec();
  return pais.map((pai) => pai._id);
}

/** Membership versions of pais that are not dissolved. */
export async function listMembershipVersions(ids: readonly string[]): Promise<Map<string, number>> {
  const pais = await PaiModel.find({ _id: { $in: ids }, dissolveAt: null }, { membership: 1 }).lean().exec();
  return new Map(pais.map((pai) => [pai._id, pai.membership]));
}

/** False when the 派号 is taken: draw another. */
export async function insertPai(pai: PaiDoc): Promise<boolean> {
  try {
    await PaiModel.create(pai);
    return true;
  } catch (error) {
    if (duplicateIndex(error)?.startsWith('number')) return false;
    throw error;
  }
}

export const updatePai = (id: string, set: Change): Promise<PaiDoc | null> => update({ _id: id }, { $set: set });

/** Takes this cover off; null when there is another one by now. */
export const clearCover = (id: string, fileId: string): Promise<PaiDoc | null> => update({ _id: id, coverFileId: fileId }, { $set: { coverFileId: null } });

/** Notes when an AI role spoke. */
export const setAiSpokeAt = async (id: string, at: Date): Promise<void> => {
  await PaiModel.updateOne({ _id: id }, { $max: { aiSpokeAt: at } });
};

/** Adds a member if there is a seat and nothing forbids it; null otherwise. One update: the cap cannot be passed. */
export const addMember = (id: string, member: MemberDoc): Promise<PaiDoc | null> =>
  update(
    { _id: id, dissolveAt: null, 'members.userId': { $ne: member.userId }, blocked: { $ne: member.userId }, $expr: { $lt: ['$memberCount', '$cap'] } },
    { $push: { members: member }, $inc: { memberCount: 1, membership: 1 }, $pull: { requests: { userId: member.userId } } },
  );

/** Takes a member out; null when it is not in, or is the owner. */
export const pullMember = (id: string, userId: string, block: boolean): Promise<PaiDoc | null> =>
  update(
    { _id: id, ownerId: { $ne: userId }, 'members.userId': userId },
    { $pull: { members: { userId } }, $inc: { memberCount: -1, membership: 1 }, ...(block ? { $addToSet: { blocked: userId } } : {}) },
  );

export const setMember = (id: string, userId: string, change: Partial<MemberDoc>): Promise<PaiDoc | null> =>
  update({ _id: id, 'members.userId': userId }, { $set: Object.fromEntries(Object.entries(change).map(([key, value]) => [`members.$.${key}`, value])) });

/** Hands the pai on in one update; null when `from` is not the owner any more or `to` not a member. */
export const handOver = (id: string, from: string, to: string): Promise<PaiDoc | null> =>
  update(
    { _id: id, ownerId: from, 'members.userId': to },
    { $set: { ownerId: to, 'members.$[old].role': 'admin', 'members.$[new].role': 'owner' } },
    { arrayFilters: [{ 'old.userId': from }, { 'new.userId': to }] },
  );

export const addRequest = (id: string, request: RequestDoc): Promise<PaiDoc | null> =>
  update({ _id: id, 'requests.userId': { $ne: request.userId }, 'members.userId': { $ne: request.userId } }, { $push: { requests: { $each: [request], $slice: -200 } } });

export const pullRequest = (id: string, userId: string): Promise<PaiDoc | null> => update({ _id: id, 'requests.userId': userId }, { $pull: { requests: { userId } } });
export const pullBlocked = (id: string, userId: string): Promise<PaiDoc | null> => update({ _id: id }, { $pull: { blocked: userId } });
export const setDissolveAt = (id: string, at: Date | null): Promise<PaiDoc | null> => update({ _id: id }, { $set: { dissolveAt: at }, $inc: { membership: 1 } });

/** Removes what mentions a deleted account outside `members`. */
export const forgetPerson = async (userId: string): Promise<void> => {
  await PaiModel.updateMany({ 'requests.userId': userId }, { $pull: { requests: { userId } } });
  await PaiModel.updateMany({ blocked: userId }, { $pull: { blocked: userId } });
  await PlaceModel.deleteMany({ userId });
};

export const removePai = async (id: string): Promise<void> => {
  await PlaceModel.deleteMany({ paiId: id });
  await PaiModel.deleteOne({ _id: id });
};

const placeId = (paiId: string, userId: string): string => `${paiId}/${userId}`;
const FRESH = { readSeq: 0, muted: false, pinned: false, hideAi: false, aiMayRead: true };

export const freshPlace = (paiId: string, userId: string): PlaceDoc => ({ _id: placeId(paiId, userId), paiId, userId, ...FRESH });

/** A person's places, by pai. */
export async function listPlacesOf(userId: string): Promise<Map<string, PlaceDoc>> {
  const places = await PlaceModel.find({ userId }).lean<PlaceDoc[]>().exec();
  return new Map(places.map((place) => [place.paiId, place]));
}

export const findPlace = async (paiId: string, userId: string): Promise<PlaceDoc> =>
  (await PlaceModel.findById(placeId(paiId, userId)).lean<PlaceDoc>().exec()) ?? freshPlace(paiId, userId);

export async function setPlace(paiId: string, userId: string, change: Partial<PlaceDoc>): Promise<PlaceDoc> {
  const defaults = Object.fromEntries(Object.entries(FRESH).filter(([key]) => !(key in change)));
  const place = await PlaceModel.findOneAndUpdate({ _id: placeId(paiId, userId) }, { $set: change, $setOnInsert: { paiId, userId, ...defaults } }, { ...after, upsert: true })
    .lean<PlaceDoc>()
    .exec();
  return place ?? freshPlace(paiId, userId);
}

/** Read cursors only go up, whichever device comes last. */
export async function raiseReadSeq(cursors: readonly { paiId: string; userId: string; seq: number }[]): Promise<void> {
  const { readSeq: _, ...defaults } = FRESH;
  const writes = cursors.map(({ paiId, userId, seq }) => ({
    updateOne: { filter: { _id: placeId(paiId, userId) }, update: { $max: { readSeq: seq }, $setOnInsert: { paiId, userId, ...defaults } }, upsert: true },
  }));
  if (writes.length > 0) await PlaceModel.bulkWrite(writes, { ordered: false });
}

/** Forgets a place, but not the wish that the AI members shall not read what was said from it. */
export const removePlace = async (paiId: string, userId: string): Promise<void> => {
  await PlaceModel.deleteOne({ _id: placeId(paiId, userId), aiMayRead: { $ne: false } });
};

/** Members of a pai, also those who left, who do not let the AI member read them. */
export async function listUnreadable(paiId: string): Promise<string[]> {
  const places = await PlaceModel.find({ paiId, aiMayRead: false }, { userId: 1 }).lean().exec();
  return places.map((place) => place.userId);
}

/** Members of a pai who do not want to see the AI members. */
export async function listHidingAi(paiId: string): Promise<string[]> {
  const places = await PlaceModel.find({ paiId, hideAi: true }, { userId: 1 }).lean().exec();
  return places.map((place) => place.userId);
}
