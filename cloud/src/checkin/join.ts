import { AppError } from '../errors';
import { now, nowMs } from '../infra/clock';
import { accessChallenge, accessJoined, partakerOf, type ChallengeAccess } from './access';
import { acceptZone } from './accept';
import { openBook, zoneAt } from './book';
import { isOver } from './create';
import type { ChallengeDoc } from './model';
import { tellChallenge } from './news';
import { changeChallenge, findChallenge, leaveAll, listChallenges } from './store';
import { write } from './write';

/** After somebody else's change the challenge as it is now. */
async function changed(access: ChallengeAccess, after: ChallengeDoc | null): Promise<ChallengeAccess> {
  const doc = after ?? (await findChallenge(access.pai._id, access.doc._id));
  if (!doc) throw new AppError('challenge/not-found');
  tellChallenge(doc);
  return { ...access, doc };
}

/** Takes part from now on; whoever had left goes on where they were. Throws `challenge/closed`, `challenge/ended`. */
export async function joinChallenge(userId: string, paiId: string, id: string, zone: string): Promise<ChallengeAccess> {
  const access = await accessChallenge(userId, paiId, id);
  const { doc } = access;
  if (partakerOf(doc, userId)) return access;
  if (doc.closedAt) throw new AppError('challenge/closed');
  if (isOver(doc, nowMs())) throw new AppError('challenge/ended', { params: { end: doc.rules.end ?? '' } });
  const member = { userId, zone: acceptZone(zone), joinedAt: now() };
  const back = doc.members.some((one) => one.userId === userId);
  const after = back
    ? await changeChallenge(id, { $set: { 'members.$.leftAt': null } }, now(), { 'members.userId': userId })
    : await changeChallenge(id, { $push: { members: member } }, now(), { 'members.userId': { $ne: userId } });
  const joined = await changed(access, after);
  return back ? moveTo(joined, userId, zone) : joined;
}

/** Ends one's part; the entries stay. */
export async function leaveChallenge(userId: string, paiId: string, id: string): Promise<ChallengeAccess> {
  const access = await accessChallenge(userId, paiId, id);
  if (!partakerOf(access.doc, userId)) return access;
  return changed(access, await changeChallenge(id, { $set: { 'members.$.leftAt': now() } }, now(), { members: { $elemMatch: { userId, leftAt: null } } }));
}

/** Somebody who left the pai takes part in nothing there. */
export async function leaveChallengesOf(paiId: string, userId: string): Promise<void> {
  await leaveAll(paiId, userId, now());
  for (const doc of await listChallenges(paiId)) if (doc.members.some((member) => member.userId === userId)) tellChallenge(doc);
}

/** [C1] Notes that a member's clock is another one from now on, where it is. */
export async function moveTo(access: ChallengeAccess, userId: string, zone: string): Promise<ChallengeAccess> {
  const sheet = (await openBook(access.doc)).sheet(userId);
  if (!sheet || zoneAt(sheet, nowMs()) === acceptZone(zone)) return access;
  await write(access.doc, { kind: 'zone', userId, by: userId, clientMsgId: `zone:${nowMs()}:${zone}`, zone });
  return access;
}

/** The same, said by the member. Throws `challenge/not-member`. */
export async function moveChallenge(userId: string, paiId: string, id: string, zone: string): Promise<ChallengeAccess> {
  const access = await accessJoined(userId, paiId, id);
  const moved = await moveTo(access, userId, zone);
  tellChallenge(access.doc);
  return moved;
}
