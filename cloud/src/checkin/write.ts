import { dayText, wallDay } from '@shared/domain/civil';
import { AppError } from '../errors';
import { dateAt, nowMs } from '../infra/clock';
import { openBook, type Book } from './book';
import { entryWritten } from './hooks';
import { entryKey, type ChallengeDoc, type EntryDoc } from './model';
import { refuse } from './refuse';
import { findEntryOnce, insertEntry } from './store';

/** What is to be written; where and when it stands in the ledger is found by writing. */
export type Draft = Pick<EntryDoc, 'kind' | 'userId' | 'by' | 'clientMsgId'> & Partial<Omit<EntryDoc, '_id' | 'n' | 'at'>>;

export interface Written {
  entry: EntryDoc;
  book: Book;
  /** It had been written before. */
  repeat: boolean;
}

/** Each try that fails is an entry of somebody else's that did not. */
const TRIES = 200;
const queues = new Map<string, Promise<unknown>>();

/** One after the other on this node: they would only get in each other's way. */
async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
  const turn = (queues.get(id) ?? Promise.resolve()).then(work, work);
  queues.set(id, turn);
  try {
    return await turn;
  } finally {
    if (queues.get(id) === turn) queues.delete(id);
  }
}

function lineOf(doc: ChallengeDoc, book: Book, draft: Draft): EntryDoc {
  const n = book.last + 1;
  const at = Math.max(nowMs(), book.lastAt);
  const zone = draft.zone ?? doc.zone;
  const line: EntryDoc = { day: '', ...draft, _id: entryKey(doc._id, n), challengeId: doc._id, paiId: doc.paiId, n, at: dateAt(at), zone };
  if (line.kind === 'close') return { ...line, day: dayText(wallDay(book.ledger.clock(at, zone))) };
  const judged = book.judge(line);
  if (typeof judged === 'string') throw refuse(judged, book, line);
  return { ...line, day: judged.day, zone: judged.zone, ...(line.kind === 'checkin' || line.kind === 'makeup' ? { nth: judged.total } : {}) };
}

async function append(doc: ChallengeDoc, draft: Draft, mayClose: (book: Book) => void): Promise<Written> {
  for (let tries = 0; tries < TRIES; tries++) {
    const book = await openBook(doc);
    const known = await findEntryOnce(doc._id, draft.by, draft.clientMsgId);
    if (known) return { entry: known, book, repeat: true };
    if (book.closed) throw new AppError('challenge/closed');
    if (draft.kind === 'close') mayClose(book);
    const entry = lineOf(doc, book, draft);
    if (await insertEntry(entry)) continue;
    book.take(entry);
    await entryWritten.tell({ doc, entry });
    return { entry, book, repeat: false };
  }
  throw new AppError('service/unavailable');
}

/**
 * Writes one entry, if the ledger as all before it have left it takes it. Of two at the same moment, on whatever nodes, the
 * second is judged after the first. Throws `challenge/…` by the codes of the ledger.
 */
export const write = (doc: ChallengeDoc, draft: Draft, mayClose: (book: Book) => void = () => undefined): Promise<Written> => inTurn(doc._id, () => append(doc, draft, mayClose));
