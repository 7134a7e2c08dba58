import { dayNumber } from '@shared/domain/checkin/plan';
import { isDone } from '@shared/domain/checkin/runs';
import { isOwed, stateOf } from '@shared/domain/checkin/states';
import type { Standing } from '@shared/domain/checkin/types';
import { partakerOf } from '../access';
import { openBook, type Book } from '../book';
import type { ChallengeDoc, EntryDoc } from '../model';
import { listEntriesOfDays } from './store';

/** Something in the ledger that deserves a word. Everything said of it is here. */
export interface Moment {
  kind: 'goal' | 'all' | 'streak' | 'back';
  challengeId: string;
  title: string;
  /** Whose it is; of `all` it is everybody's. */
  userId?: string;
  day: string;
  /** Days or weeks in a row, days in all, people of `all`. */
  n: number;
  /** In a row, where the goal or the cadence counts so. */
  unit: 'in-all' | 'days' | 'weeks' | 'people';
  /** The entries it is counted from. */
  entryIds: string[];
}

type Done = Pick<EntryDoc, 'userId' | 'day'>;

const ROWS: Record<'days' | 'weeks', readonly number[]> = { days: [7, 14, 21, 30, 50, 66, 100, 150, 200, 250, 300, 365], weeks: [4, 8, 12, 26, 39, 52] };
/** So many days that were to be done lie between two for the second one to be a return. */
const AWAY = 2;

const unitOf = (book: Book, day: number): 'days' | 'weeks' => (book.ledger.plan.on(day).rules.cadence.kind === 'perWeek' ? 'weeks' : 'days');

const doneDays = ({ days }: Standing): string[] => days.filter(({ state }) => isDone(state)).map(({ day }) => day);

function goalOf(book: Book, { total, best, streak }: Standing, day: number): Pick<Moment, 'kind' | 'n' | 'unit'> | undefined {
  const { goal } = book.ledger.plan.on(day).rules;
  if (goal?.kind === 'total' && total === goal.days) return { kind: 'goal', n: total, unit: 'in-all' };
  // again as long later is no longer the first time
  return goal?.kind === 'consecutive' && streak === goal.days && best === streak ? { kind: 'goal', n: streak, unit: unitOf(book, day) } : undefined;
}

function streakOf(book: Book, { streak }: Standing, day: number): Pick<Moment, 'kind' | 'n' | 'unit'> | undefined {
  const unit = unitOf(book, day);
  return ROWS[unit].includes(streak) ? { kind: 'streak', n: streak, unit } : undefined;
}

/** A return: some days that were to be done were not, or were paused, since the last one that was. */
function backOf(standing: Standing, day: string): Pick<Moment, 'kind' | 'n' | 'unit'> | undefined {
  const before = standing.days.filter((one) => one.day < day);
  const last = before.findLastIndex(({ state }) => isDone(state));
  const away = before.slice(last + 1).filter(({ state }) => state === 'missed' || state === 'rejected' || state === 'paused');
  return last >= 0 && away.length >= AWAY ? { kind: 'back', n: standing.total, unit: 'in-all' } : undefined;
}

/** How many did a day, where all who were to did and there are several; undefined where somebody has not. */
function everybodyOn(book: Book, day: number, now: number): string[] | undefined {
  const { plan } = book.ledger;
  const states = book.doc.members.flatMap(({ userId }) => {
    const sheet = partakerOf(book.doc, userId) && book.sheet(userId);
    return sheet && isOwed(sheet, plan, day) ? [{ userId, state: stateOf(sheet, plan, day, book.wall(sheet, now)) }] : [];
  });
  const wanted = states.filter(({ state }) => state !== 'paused');
  return wanted.length > 1 && wanted.every(({ state }) => isDone(state)) ? wanted.map(({ userId }) => userId) : undefined;
}

/** The days a moment of one person is counted from. */
function daysOf({ kind, n, unit }: Pick<Moment, 'kind' | 'n' | 'unit'>, standing: Standing, day: string): string[] {
  const done = doneDays(standing).filter((one) => one <= day);
  if (kind === 'back') return done.slice(-1);
  return unit === 'days' ? done.slice(-n) : done;
}

/** The entries somebody's done days rest on. */
export async function entriesOn(challengeId: string, wanted: readonly { userId: string; days: readonly string[] }[]): Promise<string[]> {
  const days = wanted.flatMap((one) => one.days).sort();
  const found = await listEntriesOfDays(challengeId, days[0] ?? '', days.at(-1) ?? '');
  const own = found.filter(({ kind, userId, day }) => (kind === 'checkin' || kind === 'makeup') && wanted.some((one) => one.userId === userId && one.days.includes(day)));
  // of a day that was judged and done again the last
  return [...new Map(own.map(({ _id, userId, day }) => [`${userId} ${day}`, _id])).values()];
}

const titleOn = ({ doc }: Book, day: string): string => (doc.changes.findLast(({ from }) => from <= day)?.rules ?? doc.rules).title;

/**
 * What some check-ins of a challenge have come to, as the ledger stands at an instant (ms): of each person the best thing,
 * then that everybody has done the day. A check-in that does not count (any more), or is not the last of its member, comes to nothing.
 */
export async function momentsOf(doc: ChallengeDoc, checkins: readonly Done[], now: number): Promise<Moment[]> {
  const book = await openBook(doc);
  if (book.closed) return [];
  const standings = new Map(book.standings(now).members.map((standing) => [standing.id, standing]));
  const last = new Map(checkins.map((one) => [one.userId, one.day]));
  const moments: Moment[] = [];
  for (const [userId, day] of last) {
    const standing = partakerOf(doc, userId) && standings.get(userId);
    if (!standing || doneDays(standing).at(-1) !== day) continue;
    const found = goalOf(book, standing, dayNumber(day)) ?? streakOf(book, standing, dayNumber(day)) ?? backOf(standing, day);
    if (found) moments.push({ ...found, challengeId: doc._id, title: titleOn(book, day), userId, day, entryIds: await entriesOn(doc._id, [{ userId, days: daysOf(found, standing, day) }]) });
  }
  return [...moments, ...(await allOn(book, [...new Set(last.values())].sort().at(-1), now))];
}

async function allOn(book: Book, day: string | undefined, now: number): Promise<Moment[]> {
  const everybody = day === undefined ? undefined : everybodyOn(book, dayNumber(day), now);
  if (day === undefined || !everybody) return [];
  const entryIds = await entriesOn(book.doc._id, everybody.map((userId) => ({ userId, days: [day] })));
  return [{ kind: 'all', challengeId: book.doc._id, title: titleOn(book, day), day, n: everybody.length, unit: 'people', entryIds }];
}
