import { removeFile, removeFilesUsedBy } from '../file';
import { now } from '../infra/clock';
import { tellChallenge } from './news';
import { usesOfPai } from './proof';
import { blankEntriesOf, changeChallenge, dropFile, findChallengeById, listChallengesOf, removeOfPai } from './store';

/** Erases the challenges of a pai that is gone. */
export async function eraseChallenges(paiId: string): Promise<void> {
  await removeFilesUsedBy(usesOfPai(paiId));
  await removeOfPai(paiId);
}

/** Of a deleted account nothing stays but lines without words, a name or a picture: the counts of others rest on them. */
export async function forgetPartaker(userId: string): Promise<void> {
  await blankEntriesOf(userId);
  for (const doc of await listChallengesOf(userId)) await changeChallenge(doc._id, { $set: { 'members.$.leftAt': now() } }, now(), { members: { $elemMatch: { userId, leftAt: null } } });
}

/** Takes a picture or voice WeChat has refused off its check-in. */
export async function dropProofFile(challengeId: string, fileId: string): Promise<void> {
  await dropFile(fileId);
  await removeFile(fileId);
  const doc = await findChallengeById(challengeId);
  if (doc) tellChallenge(doc);
}
