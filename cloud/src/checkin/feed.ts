import { isDone } from '@shared/domain/checkin/runs';
import { dayNumber } from '@shared/domain/checkin/plan';
import { stateOf } from '@shared/domain/checkin/states';
import type { DayState } from '@shared/domain/checkin/types';
import type { Entry } from '@shared/wire/challenge';
import { presentFile, type FileDoc } from '../file';
import { nowMs } from '../infra/clock';
import { accessChallenge, mayManage, partakerOf, type ChallengeAccess } from './access';
import { proofOf } from './beside';
import { openBook, type Book } from './book';
import type { EntryDoc } from './model';
import { listNames, nameOf, type Names } from './names';
import { listEntries } from './store';

/** What the day of a check-in or make-up is now; a check-in that another one took the place of stays rejected. */
function stateNow(book: Book, entry: EntryDoc): DayState | undefined {
  const sheet = book.sheet(entry.userId);
  if (!sheet || (entry.kind !== 'checkin' && entry.kind !== 'makeup')) return undefined;
  const day = dayNumber(entry.day);
  const state = stateOf(sheet, book.ledger.plan, day, book.wall(sheet, nowMs())) ?? undefined;
  if (entry.kind === 'makeup') return 'made-up';
  const checkin = sheet.marks.get(day)?.checkin;
  const isLast = checkin?.at === (entry.doneAt ?? entry.at).getTime();
  return !isLast || checkin.ok === false ? 'rejected' : state && isDone(state) ? state : undefined;
}

/** The reason of a verdict and an appeal are between the member and those who judge. */
const seesJudgement = (access: ChallengeAccess, entry: EntryDoc): boolean => entry.userId === access.me.userId || mayManage(access, access.doc);

function judgement(access: ChallengeAccess, entry: EntryDoc): Partial<Entry> {
  if (!seesJudgement(access, entry)) return {};
  return {
    ...(entry.reason ? { reason: entry.reason } : {}),
    ...(entry.appeal ? { appeal: { at: entry.appeal.at.toISOString(), text: entry.appeal.text } } : {}),
    ...(entry.advice && entry.advice.length > 0 ? { advice: entry.advice } : {}),
  };
}

function reactionsOf({ reactions = [] }: EntryDoc): Pick<Entry, 'reactions'> {
  if (reactions.length === 0) return {};
  const kinds = [...new Set(reactions.map(({ emoji }) => emoji))];
  return { reactions: kinds.map((emoji) => ({ emoji, userIds: reactions.filter((one) => one.emoji === emoji).map(({ userId }) => userId) })) };
}

function shownProof(entry: EntryDoc): Partial<Entry> {
  const { file, ...proof } = proofOf(entry);
  return { ...(proof.text ? { text: proof.text } : {}), ...(proof.amount === undefined ? {} : { amount: proof.amount }), ...(proof.place ? { place: proof.place } : {}), ...(file ? { file: presentFile(file as FileDoc) } : {}) };
}

function present(book: Book, access: ChallengeAccess, names: Names, entry: EntryDoc): Entry {
  const state = stateNow(book, entry);
  return {
    id: entry._id,
    kind: entry.kind as Entry['kind'],
    member: { id: entry.userId, name: nameOf(names, entry.userId), ...(partakerOf(access.doc, entry.userId) ? {} : { left: true }) },
    ...(entry.by === entry.userId ? {} : { by: { id: entry.by, name: nameOf(names, entry.by) } }),
    at: entry.at.toISOString(),
    ...(entry.doneAt ? { doneAt: entry.doneAt.toISOString() } : {}),
    day: entry.day,
    zone: entry.zone,
    ...(state ? { state } : {}),
    ...(entry.nth === undefined ? {} : { nth: entry.nth }),
    ...shownProof(entry),
    ...(entry.until ? { until: entry.until } : {}),
    ...(entry.ok === undefined ? {} : { ok: entry.ok }),
    ...judgement(access, entry),
    ...reactionsOf(entry),
  };
}

/** Entries as somebody in the pai sees them. Verdicts are shown to whom they are about and to those who judge. */
export async function presentEntries(book: Book, access: ChallengeAccess, entries: readonly EntryDoc[]): Promise<Entry[]> {
  const shown = entries.filter((entry) => entry.kind !== 'verdict' || seesJudgement(access, entry));
  const names = await listNames(shown.flatMap(({ userId, by }) => [userId, by]));
  return shown.map((entry) => present(book, access, names, entry));
}

export interface FeedQuery {
  /** The id the last page ended with. */
  before?: string | undefined;
  limit: number;
  member?: string | undefined;
}

const placeOf = (id: string | undefined): number => Number(id?.split('-').pop() ?? NaN) || Infinity;

/** A page of the ledger, the newest first. */
export async function readFeed(userId: string, paiId: string, id: string, { before, limit, member }: FeedQuery): Promise<{ entries: Entry[]; next?: string }> {
  const access = await accessChallenge(userId, paiId, id);
  const found = await listEntries(id, placeOf(before), limit + 1, member);
  const page = found.slice(0, limit);
  const entries = await presentEntries(await openBook(access.doc), access, page);
  return { entries, ...(found.length > limit ? { next: (page.at(-1) as EntryDoc)._id } : {}) };
}
