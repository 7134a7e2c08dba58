import { wallDay, dayText } from '@shared/domain/civil';
import { isDone } from '@shared/domain/checkin/runs';
import { stateOf } from '@shared/domain/checkin/states';
import type { Standing } from '@shared/domain/checkin/types';
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

/** Where each of some people stands who take part; `remindedAt`: when each is reminded of the challenge. */
function partsOf(book: Book, remindedAt: ReadonlyMap<string, string | undefined>, now: number): Record<string, PartStanding> {
  const standings = new Map(book.standings(now).members.map((standing) => [standing.id, standing]));
  return Object.fromEntries([...remindedAt].flatMap(([userId, remindAt]) => partOf(book, userId, standings.get(userId), remindAt, now)));
}

function partOf(book: Book, userId: string, standing: Standing | undefined, remindAt: string | undefined, now: number): [string, PartStanding][] {
  const sheet = partakerOf(book.doc, userId) && book.sheet(userId);
  if (!sheet || !standing) return [];
  const { plan } = book.ledger;
  const wall = book.wall(sheet, now);
  const day = dayNow(book, wall);
  const state = stateOf(sheet, plan, day, wall);
  const { total, streak, best, cardsLeft } = standing;
  // a pause begins with the day of the calendar, whatever window is open
  const today = dayText(wallDay(wall));
  return [[userId, { today, state: isDone(state) ? 'done' : (STATES[state ?? ''] ?? 'off'), total, streak, best, ...(plan.on(day).rules.makeup ? { cardsLeft } : {}), ...(remindAt === undefined ? {} : { remindAt }) }]];
}

/** The challenges that run in a pai as they stand now, the latest first; `userIds`: of whom each part is wanted. */
export async function listRunningNow(paiId: string, userIds: readonly string[], now: number): Promise<RunningChallenge[]> {
  const docs = (await listRunning(paiId)).filter((doc) => !doc.closedAt && !isOver(doc, now));
  docs.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const reminders = await Promise.all(userIds.map(async (userId) => [userId, (await findReminders(userId))?.items ?? []] as const));
  return Promise.all(
    docs.map(async (doc) => {
      const book = await openBook(doc);
      const { cadence } = book.ledger.plan.on(dayNow(book, book.ledger.clock(now, doc.zone))).rules;
      const remindedAt = new Map(reminders.map(([userId, items]) => [userId, items.find(({ challengeId }) => challengeId === doc._id)?.at]));
      return { id: doc._id, isWeekly: cadence.kind === 'perWeek', today: dayStandingOf(book, now), parts: partsOf(book, remindedAt, now) };
    }),
  );
}
