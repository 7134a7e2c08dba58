import { wallDay, dayText } from '@shared/domain/civil';
import { isDone } from '@shared/domain/checkin/runs';
import { stateOf } from '@shared/domain/checkin/states';
import { partakerOf } from '../access';
import { openBook, type Book } from '../book';
import { isOver } from '../create';
import { listRunning } from '../store';
import { dayNow } from '../today';
import { dayStandingOf, type DayStanding } from './day';
import { findReminders } from './store';

/** Where somebody stands in a challenge, by their own clock. */
export interface PartStanding {
  today: string;
  state: 'done' | 'open' | 'missed' | 'paused' | 'off';
  total: number;
  streak: number;
  best: number;
  cardsLeft?: number;
  remindAt?: string;
}

export interface RunningChallenge {
  id: string;
  /** In a week that has to be filled rows are counted in weeks. */
  isWeekly: boolean;
  today: DayStanding;
  /** By user id, of those asked for who take part. */
  parts: Record<string, PartStanding>;
}

const STATES: Partial<Record<string, PartStanding['state']>> = { open: 'open', missed: 'missed', rejected: 'missed', paused: 'paused' };

async function partOf(book: Book, userId: string, now: number): Promise<[string, PartStanding][]> {
  const sheet = partakerOf(book.doc, userId) && book.sheet(userId);
  const standing = sheet && book.standings(now).members.find(({ id }) => id === userId);
  if (!sheet || !standing) return [];
  const { plan } = book.ledger;
  const wall = book.wall(sheet, now);
  const day = dayNow(book, wall);
  const state = stateOf(sheet, plan, day, wall);
  const { total, streak, best, cardsLeft } = standing;
  const remindAt = (await findReminders(userId))?.items.find(({ challengeId }) => challengeId === book.doc._id)?.at;
  // a pause begins with the day of the calendar, whatever window is open
  const today = dayText(wallDay(wall));
  return [[userId, { today, state: isDone(state) ? 'done' : (STATES[state ?? ''] ?? 'off'), total, streak, best, ...(plan.on(day).rules.makeup ? { cardsLeft } : {}), ...(remindAt === undefined ? {} : { remindAt }) }]];
}

/** The challenges that run in a pai as they stand now, the latest first; `userIds`: of whom each part is wanted. */
export async function listRunningNow(paiId: string, userIds: readonly string[], now: number): Promise<RunningChallenge[]> {
  const docs = (await listRunning(paiId)).filter((doc) => !doc.closedAt && !isOver(doc, now));
  docs.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  return Promise.all(
    docs.map(async (doc) => {
      const book = await openBook(doc);
      const { cadence } = book.ledger.plan.on(dayNow(book, book.ledger.clock(now, doc.zone))).rules;
      const parts = await Promise.all(userIds.map((userId) => partOf(book, userId, now)));
      return { id: doc._id, isWeekly: cadence.kind === 'perWeek', today: dayStandingOf(book, now), parts: Object.fromEntries(parts.flat()) };
    }),
  );
}
