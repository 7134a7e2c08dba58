import { LIMITS } from '@shared/domain/limits';
import { mayDo } from '@shared/domain/role';
import type { MemoryFact } from '@shared/wire/aiRole';
import { AppError } from '../../errors';
import { listUnreadable, memberOf, type Access, type PaiDoc } from '../../pai';
import { acceptFact, aboutIn, keepFact, peopleOf, type NewFact } from './keep';
import type { FactDoc } from './model';
import { findFact, listFacts, removeFact, removeFactsOf, rewriteFact } from './store';

const isSeenBy = (fact: FactDoc, { me }: Access): boolean => me.fromSeq <= fact.place;
const isOf = (fact: FactDoc, userId: string): boolean => [fact.byId, fact.aboutId, fact.saidById].includes(userId);

function present(fact: FactDoc, userId: string, names: ReadonlyMap<string, string>): MemoryFact {
  const about = fact.aboutId === undefined ? undefined : names.get(fact.aboutId);
  return {
    id: fact._id,
    text: fact.text,
    ...(about === undefined || fact.aboutId === undefined ? {} : { about: { id: fact.aboutId, name: about } }),
    ...(fact.seq === undefined ? {} : { seq: fact.seq }),
    by: { id: fact.byId, name: names.get(fact.byId) ?? fact.byName },
    at: fact.at.toISOString(),
    mine: isOf(fact, userId),
    ...(fact.stale ? { stale: true } : {}),
  };
}

const namesIn = async (pai: PaiDoc): Promise<Map<string, string>> => new Map((await peopleOf(pai)).map(({ id, name }) => [id, name]));

/** What is kept in mind of what this member may read, newest first. */
export async function readMemory(access: Access): Promise<{ facts: MemoryFact[]; max: number }> {
  const [facts, names] = await Promise.all([listFacts(access.pai._id), namesIn(access.pai)]);
  const seen = facts.filter((fact) => isSeenBy(fact, access)).reverse();
  return { facts: seen.map((fact) => present(fact, access.me.userId, names)), max: LIMITS.facts };
}

export const addFact = async (access: Access, fact: NewFact): Promise<MemoryFact> => present(await keepFact(access, fact), access.me.userId, await namesIn(access.pai));

/** A fact this member may change: it is about them, theirs, or they run the pai. Throws `memory/not-found`, `memory/not-yours`. */
async function accessFact(access: Access, factId: string): Promise<FactDoc> {
  const fact = await findFact(access.pai._id, factId);
  if (!fact || !isSeenBy(fact, access)) throw new AppError('memory/not-found');
  if (!isOf(fact, access.me.userId) && !mayDo(access.me.role, 'recall-others')) throw new AppError('memory/not-yours');
  return fact;
}

export async function changeFact(access: Access, factId: string, text: string): Promise<MemoryFact> {
  const fact = await accessFact(access, factId);
  const clean = await acceptFact(text);
  const after = await rewriteFact(fact._id, { text: clean, aboutId: aboutIn(clean, await peopleOf(access.pai), fact.saidById ?? fact.byId) });
  if (!after) throw new AppError('memory/not-found');
  return present(after, access.me.userId, await namesIn(access.pai));
}

export async function dropFact(access: Access, factId: string): Promise<void> {
  await removeFact(access.pai._id, (await accessFact(access, factId))._id);
}

/** Forgets what a member wrote, said or is meant by; how many facts that were. */
export const forgetMe = ({ pai, me }: Access): Promise<number> => removeFactsOf(me.userId, pai._id);

/** A fact as the AI member is told it. */
export interface KnownFact {
  text: string;
  about?: string;
  /** Who said it, or where it rests on no message who wrote it down. */
  by: string;
  seq?: number;
}

/** Characters of facts one turn carries along; the newest stay. */
const MOST_CHARACTERS = 4000;

/**
 * What the AI member knows in a turn of these askers: what all of them may see, without what has become doubtful and
 * without anything by, of or about people who left or do not let it read them [A4].
 */
export async function factsFor(pai: PaiDoc, askerIds: readonly string[]): Promise<KnownFact[]> {
  const from = Math.max(0, ...askerIds.map((id) => memberOf(pai, id)?.fromSeq ?? Infinity));
  const [facts, names, hidden] = await Promise.all([listFacts(pai._id), namesIn(pai), listUnreadable(pai._id)]);
  const isOpen = (id: string | undefined): boolean => id === undefined || pai.assistants.some((role) => role.id === id) || (names.has(id) && !hidden.includes(id));
  let room = MOST_CHARACTERS;
  return facts
    .filter((fact) => !fact.stale && fact.place >= from && [fact.byId, fact.aboutId, fact.saidById].every(isOpen))
    .reverse()
    .filter(({ text }) => (room -= text.length) >= 0)
    .reverse()
    .map(({ text, aboutId, byId, saidById, seq }) => ({ text, by: names.get(saidById ?? byId) ?? '', ...(aboutId === undefined ? {} : { about: names.get(aboutId) ?? '' }), ...(seq === undefined ? {} : { seq }) }));
}
