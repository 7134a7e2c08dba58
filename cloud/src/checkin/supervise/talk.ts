import { wallDay, dayText } from '@shared/domain/civil';
import { judgeMakeup } from '@shared/domain/checkin/judge';
import { isDone } from '@shared/domain/checkin/runs';
import { stateOf } from '@shared/domain/checkin/states';
import type { Sheet } from '@shared/domain/checkin/sheet';
import type { Standing } from '@shared/domain/checkin/types';
import type { Rules } from '@shared/wire/challengeRules';
import { partakerOf } from '../access';
import { openBook, type Book, type Standings } from '../book';
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
  /** Days that can be made up now, the latest first. */
  makeable: string[];
  /** Places in both rankings, from 1. */
  rank: { total: number; streak: number };
  remindAt?: string;
}

export interface RunningChallenge {
  id: string;
  /** In a week that has to be filled rows are counted in weeks. */
  isWeekly: boolean;
  rules: Rules;
  /** The first of both rankings. */
  boards: Record<'total' | 'streak', { userId: string; value: number }[]>;
  today: DayStanding;
  /** By user id, of those asked for who take part. */
  parts: Record<string, PartStanding>;
}

const STATES: Partial<Record<string, PartStanding['state']>> = { open: 'open', missed: 'missed', rejected: 'missed', paused: 'paused' };

/** Where each of some people stands who take part; `remindedAt`: when each is reminded of the challenge. */
function partsOf(book: Book, { members, ranking }: Standings, remindedAt: ReadonlyMap<string, string | undefined>, now: number): Record<string, PartStanding> {
  const standings = new Map(members.map((standing) => [standing.id, standing]));
  const [total, streak] = [here(book, ranking.byTotal), here(book, ranking.byStreak)];
  return Object.fromEntries(
    [...remindedAt].flatMap(([userId, remindAt]) => {
      const sheet = partakerOf(book.doc, userId) && book.sheet(userId);
      const standing = standings.get(userId);
      if (!sheet || !standing) return [];
      const rank = { total: total.indexOf(userId) + 1, streak: streak.indexOf(userId) + 1 };
      return [[userId, { ...partOf(book, sheet, standing, now), rank, ...(remindAt === undefined ? {} : { remindAt }) }]];
    }),
  );
}

/** Who has left is in no ranking. */
const here = ({ doc }: Book, ids: readonly string[]): string[] => ids.filter((id) => partakerOf(doc, id));

function partOf(book: Book, sheet: Sheet, { total, streak, best, cardsLeft }: Standing, now: number): Omit<PartStanding, 'rank' | 'remindAt'> {
  const { plan } = book.ledger;
  const wall = book.wall(sheet, now);
  const day = dayNow(book, wall);
  const state = stateOf(sheet, plan, day, wall);
  // a pause begins with the day of the calendar, whatever window is open
  const today = dayText(wallDay(wall));
  return { today, state: isDone(state) ? 'done' : (STATES[state ?? ''] ?? 'off'), total, streak, best, makeable: makeableOf(book, sheet, wallDay(wall), now), ...(plan.on(day).rules.makeup ? { cardsLeft } : {}) };
}

/** [C8] The days that can be made up, the latest first. */
function makeableOf({ ledger: { plan, clock } }: Book, sheet: Sheet, today: number, now: number): string[] {
  const age = plan.on(today).rules.makeup?.maxAgeDays ?? 0;
  const days = Array.from({ length: age + 1 }, (_, ago) => today - ago);
  return days.filter((day) => typeof judgeMakeup(sheet, plan, clock, now, day) === 'number').map(dayText);
}

const FIRST = 3;

function boardsOf(book: Book, { members, ranking }: Standings): RunningChallenge['boards'] {
  const standings = new Map(members.map((standing) => [standing.id, standing]));
  const board = (ids: readonly string[], of: 'total' | 'streak') => here(book, ids).slice(0, FIRST).map((userId) => ({ userId, value: standings.get(userId)?.[of] ?? 0 }));
  return { total: board(ranking.byTotal, 'total'), streak: board(ranking.byStreak, 'streak') };
}

/** The challenges that run in a pai as they stand now, the latest first; `userIds`: of whom each part is wanted. */
export async function listRunningNow(paiId: string, userIds: readonly string[], now: number): Promise<RunningChallenge[]> {
  const docs = (await listRunning(paiId)).filter((doc) => !doc.closedAt && !isOver(doc, now));
  docs.sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
  const reminders = await Promise.all(userIds.map(async (userId) => [userId, (await findReminders(userId))?.items ?? []] as const));
  return Promise.all(
    docs.map(async (doc) => {
      const book = await openBook(doc);
      const rules = book.ledger.plan.on(dayNow(book, book.ledger.clock(now, doc.zone))).rules as Rules;
      const remindedAt = new Map(reminders.map(([userId, items]) => [userId, items.find(({ challengeId }) => challengeId === doc._id)?.at]));
      const standings = book.standings(now);
      return { id: doc._id, isWeekly: rules.cadence.kind === 'perWeek', rules, boards: boardsOf(book, standings), today: dayStandingOf(book, now), parts: partsOf(book, standings, remindedAt, now) };
    }),
  );
}
