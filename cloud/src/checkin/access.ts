import { mayDo } from '@shared/domain/role';
import { AppError } from '../errors';
import { accessPai, type Access } from '../pai';
import type { ChallengeDoc, EntryDoc, PartakerDoc } from './model';
import { findChallenge, findEntry } from './store';

export interface ChallengeAccess extends Access {
  doc: ChallengeDoc;
}

/** A challenge of a pai one is in. Throws `pai/…`, `challenge/not-found`. */
export async function accessChallenge(userId: string, paiId: string, id: string): Promise<ChallengeAccess> {
  const access = await accessPai(userId, paiId);
  const doc = await findChallenge(paiId, id);
  if (!doc) throw new AppError('challenge/not-found');
  return { ...access, doc };
}

/** Whoever started it, the owner and admins. */
export const mayManage = ({ me }: Access, doc: ChallengeDoc): boolean => doc.byId === me.userId || mayDo(me.role, 'recall-others');

/** The same for one who may manage it. Throws `challenge/not-yours` too. */
export async function accessManaged(userId: string, paiId: string, id: string): Promise<ChallengeAccess> {
  const access = await accessChallenge(userId, paiId, id);
  if (!mayManage(access, access.doc)) throw new AppError('challenge/not-yours');
  return access;
}

export const partakerOf = (doc: ChallengeDoc, userId: string): PartakerDoc | undefined => doc.members.find((member) => member.userId === userId && !member.leftAt);

/** The same for one who takes part. Throws `challenge/not-member` too. */
export async function accessJoined(userId: string, paiId: string, id: string): Promise<ChallengeAccess> {
  const access = await accessChallenge(userId, paiId, id);
  if (!partakerOf(access.doc, userId)) throw new AppError('challenge/not-member');
  return access;
}

/** An entry of a challenge one may read. Throws `challenge/entry-not-found` too. */
export async function accessEntry(userId: string, paiId: string, id: string, entryId: string): Promise<ChallengeAccess & { entry: EntryDoc }> {
  const access = await accessChallenge(userId, paiId, id);
  const entry = await findEntry(id, entryId);
  if (!entry || entry.kind === 'close') throw new AppError('challenge/entry-not-found');
  return { ...access, entry };
}

/** One's own check-in or make-up. Throws `challenge/not-your-entry` too. */
export async function accessOwnEntry(userId: string, paiId: string, id: string, entryId: string): Promise<ChallengeAccess & { entry: EntryDoc }> {
  const access = await accessEntry(userId, paiId, id, entryId);
  const { entry } = access;
  if (entry.userId !== userId || (entry.kind !== 'checkin' && entry.kind !== 'makeup')) throw new AppError('challenge/not-your-entry');
  return access;
}
