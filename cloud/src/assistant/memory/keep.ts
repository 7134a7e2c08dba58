import { LIMITS } from '@shared/domain/limits';
import { cleanLine, graphemeCount } from '@shared/domain/text';
import { listUsers } from '../../account';
import { AppError } from '../../errors';
import { now } from '../../infra/clock';
import { newId } from '../../infra/ids';
import { findMessage, readHeads, type MessageDoc } from '../../message';
import type { Access, PaiDoc } from '../../pai';
import { requireHarmless } from '../../safety';
import type { FactDoc } from './model';
import { privateIn } from './private';
import { countFacts, findFactByKey, insertFact, removeFact } from './store';

export interface NewFact {
  text: string;
  /** The message it rests on. */
  seq?: number | undefined;
  /** What makes it; a second time it is the first fact again. */
  key?: string | undefined;
}

/** A fact's text as it may be kept. Throws `memory/empty`, `memory/too-long`, `memory/private-…`, `text/unsafe`. */
export async function acceptFact(text: string): Promise<string> {
  const clean = cleanLine(text);
  if (clean === '') throw new AppError('memory/empty', { field: 'text' });
  if (graphemeCount(clean) > LIMITS.factGraphemes) throw new AppError('memory/too-long', { field: 'text', params: { max: LIMITS.factGraphemes } });
  const kind = privateIn(clean);
  if (kind) throw new AppError(kind, { field: 'text' });
  await requireHarmless(clean, 'text');
  return clean;
}

const FIRST_PERSON = /^(?:我(?!们)|本人|俺|I\b|I'|my\b)/i;

/** Whom a text is about: the member it names, else its speaker where it says I. */
export function aboutIn(text: string, people: readonly { id: string; name: string }[], speaker: string): string | undefined {
  const named = people.filter(({ name }) => [...name].length > 1 && text.includes(name)).sort((a, b) => b.name.length - a.name.length)[0];
  return named?.id ?? (FIRST_PERSON.test(text) ? speaker : undefined);
}

/** The people of a pai by name. */
export const peopleOf = async ({ members }: PaiDoc): Promise<{ id: string; name: string }[]> => (await listUsers(members.map(({ userId }) => userId))).map(({ _id, nickname }) => ({ id: _id, name: nickname }));

async function sourceOf({ pai, me }: Access, seq: number | undefined): Promise<MessageDoc | undefined> {
  if (seq === undefined) return undefined;
  const message = seq < me.fromSeq ? null : await findMessage(pai._id, seq);
  if (!message || message.recalledAt || message.kind === 'system') throw new AppError('message/not-found', { field: 'seq' });
  return message;
}

/**
 * Keeps something in mind for a pai, in the name of a member. Throws `memory/…`, and `message/not-found` for a source
 * that is gone or not theirs to read.
 */
export async function keepFact(access: Access, { text, seq, key }: NewFact): Promise<FactDoc> {
  const { pai, me } = access;
  const clean = await acceptFact(text);
  const source = await sourceOf(access, seq);
  const people = await peopleOf(pai);
  const fact: FactDoc = {
    _id: newId(),
    paiId: pai._id,
    text: clean,
    aboutId: aboutIn(clean, people, source?.senderKind === 'user' ? source.senderId : me.userId),
    byId: me.userId,
    byName: people.find(({ id }) => id === me.userId)?.name ?? '',
    ...(source ? { seq: source.seq, saidById: source.senderId } : {}),
    place: source?.seq ?? (await readHeads([pai._id])).get(pai._id) ?? 0,
    at: now(),
    key,
  };
  if (!(await insertFact(fact))) return (key === undefined ? null : await findFactByKey(pai._id, key)) ?? fact;
  // Counted after it is in, so that two at once cannot both be the last.
  if ((await countFacts(pai._id)) <= LIMITS.facts) return fact;
  await removeFact(pai._id, fact._id);
  throw new AppError('memory/full', { params: { max: LIMITS.facts } });
}
