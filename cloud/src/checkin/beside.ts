import type { Proof } from '@shared/wire/challenge';
import { LIMITS } from '@shared/domain/limits';
import { cleanText } from '@shared/domain/text';
import { AppError } from '../errors';
import { now } from '../infra/clock';
import { newId } from '../infra/ids';
import { publishUser } from '../realtime';
import { requireHarmless } from '../safety';
import { mayManage, accessEntry, accessOwnEntry, type ChallengeAccess } from './access';
import { openBook } from './book';
import { proofAdded } from './hooks';
import type { EntryDoc, ProofDoc } from './model';
import { tellChallenge } from './news';
import { acceptProof, watchProof } from './proof';
import { markEntry } from './store';

export interface Marked {
  access: ChallengeAccess;
  entry: EntryDoc;
}

function marked(access: ChallengeAccess, entry: EntryDoc | null): Marked {
  if (!entry) throw new AppError('challenge/entry-not-found');
  tellChallenge(access.doc);
  return { access, entry };
}

const FIELDS = ['text', 'amount', 'place', 'file'] as const;

/** All an entry shows: what it was written with, and what was added. */
export const proofOf = (entry: EntryDoc): ProofDoc => Object.assign({}, ...(entry.added ?? []), Object.fromEntries(FIELDS.flatMap((field) => (entry[field] === undefined ? [] : [[field, entry[field]]])))) as ProofDoc;

/** Adds what a check-in does not have yet: nothing that stands there is replaced. Throws `challenge/proof-there`, `challenge/…`. */
export async function addProof(userId: string, paiId: string, id: string, entryId: string, proof: Proof): Promise<Marked> {
  const access = await accessOwnEntry(userId, paiId, id, entryId);
  if (access.doc.closedAt) throw new AppError('challenge/closed');
  const use = `add:${newId()}`;
  const accepted = await acceptProof(access, undefined, proof, use);
  const fields = FIELDS.filter((field) => accepted.proof[field] !== undefined);
  const free = Object.fromEntries(fields.flatMap((field) => [[field, { $exists: false }], [`added.${field}`, { $exists: false }]]));
  const entry = fields.length === 0 ? access.entry : await markEntry(entryId, { $push: { added: { ...accepted.proof, at: now() } } }, free);
  if (!entry) {
    await accepted.release();
    throw new AppError('challenge/proof-there', { field: 'proof' });
  }
  await watchProof(access.doc, userId, use, accepted.proof);
  if (fields.length > 0) await proofAdded.tell({ entry, added: accepted.proof });
  return marked(access, entry);
}

/** Asks people to look at one's check-in again, whatever a program or a person said of it. */
export async function appeal(userId: string, paiId: string, id: string, entryId: string, text: string): Promise<Marked> {
  const access = await accessOwnEntry(userId, paiId, id, entryId);
  if (access.doc.closedAt) throw new AppError('challenge/closed');
  const words = cleanText(text).trim();
  if (words !== '') await requireHarmless(words, 'text');
  const { last } = await openBook(access.doc);
  const after = marked(access, await markEntry(entryId, { $set: { appeal: { at: now(), text: words, n: last } } }));
  const { pai, doc } = access;
  for (const member of pai.members) {
    if (member.userId !== userId && mayManage({ pai, me: member }, doc)) publishUser(member.userId, { type: 'challenge.changed', paiId, challengeId: id });
  }
  return after;
}

/** Answers an entry with an emoji, or takes that back. */
export async function react(userId: string, paiId: string, id: string, entryId: string, emoji: string, on: boolean): Promise<Marked> {
  const access = await accessEntry(userId, paiId, id, entryId);
  const kinds = new Set((access.entry.reactions ?? []).map((reaction) => reaction.emoji));
  if (on && !kinds.has(emoji) && kinds.size >= LIMITS.reactionsPerMessage) throw new AppError('message/reaction-limit', { field: 'emoji' });
  const reaction = { emoji, userId };
  return marked(access, await markEntry(entryId, on ? { $addToSet: { reactions: reaction } } : { $pull: { reactions: reaction } }));
}

