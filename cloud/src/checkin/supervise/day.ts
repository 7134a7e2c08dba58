import { DAY, HOUR, MINUTE, dayText } from '@shared/domain/civil';
import { isWithin, planOf } from '@shared/domain/checkin/plan';
import { isDone } from '@shared/domain/checkin/runs';
import { stateOf } from '@shared/domain/checkin/states';
import type { DayState } from '@shared/domain/checkin/types';
import { dayAt, spanOf } from '@shared/domain/checkin/window';
import { wallClock } from '@shared/domain/zone';
import { partakerOf } from '../access';
import { openBook, type Book } from '../book';
import type { ChallengeDoc } from '../model';
import { dayNow } from '../today';
import { entriesOn } from './moments';

/** Who has done their today, who still may, and whose is over; who need not is in none. */
export interface DayStanding {
  title: string;
  isStrict: boolean;
  done: { userId: string; day: string }[];
  open: string[];
  missed: string[];
  /** `HH:MM` where it was started; absent where the day ends with the calendar's. */
  closesAt?: string;
}

const clockText = (ms: number): string => new Date(ms).toISOString().slice(11, 16);

/** How today stands for those who take part, each by their own clock. */
export function dayStandingOf(book: Book, now: number): DayStanding {
  const { doc } = book;
  const { plan, clock } = book.ledger;
  const states = doc.members.flatMap(({ userId }) => {
    const sheet = partakerOf(doc, userId) && book.sheet(userId);
    if (!sheet) return [];
    const wall = book.wall(sheet, now);
    const day = dayNow(book, wall);
    return [{ userId, day: dayText(day), state: stateOf(sheet, plan, day, wall) }];
  });
  const idsOf = (...wanted: DayState[]): string[] => states.filter(({ state }) => state && wanted.includes(state)).map(({ userId }) => userId);
  const { rules, span } = plan.on(dayNow(book, clock(now, doc.zone)));
  const { title, strict } = rules as ChallengeDoc['rules'];
  return {
    title,
    isStrict: strict,
    done: states.filter(({ state }) => isDone(state)).map(({ userId, day }) => ({ userId, day })),
    open: idsOf('open'),
    missed: idsOf('missed', 'rejected'),
    ...(rules.window ? { closesAt: clockText(span.to) } : {}),
  };
}

/** The same, with the entries of those who have done it. */
export async function dayStanding(doc: ChallengeDoc, now: number): Promise<DayStanding & { entryIds: string[] }> {
  const standing = dayStandingOf(await openBook(doc), now);
  return { ...standing, entryIds: await entriesOn(doc._id, standing.done.map(({ userId, day }) => ({ userId, days: [day] }))) };
}

/** So long before a day closes those who have not checked in are spoken of; half of a window that is shorter. */
const BEFORE = 4 * HOUR;
/** Later than this it is not made up for. */
const LATEST = 10 * MINUTE;

/** Whether a day of a challenge draws to its close, where it was started. In a week that has to be filled nobody is late on a day. */
export function isClosingTime({ rules, changes, zone }: Pick<ChallengeDoc, 'rules' | 'changes' | 'zone'>, now: number): boolean {
  const rulesOn = (day: number): ChallengeDoc['rules'] => changes.findLast(({ from }) => from <= dayText(day))?.rules ?? rules;
  const wall = wallClock(now, zone);
  const day = dayAt((one) => spanOf(rulesOn(one).window), wall);
  if (day === null || rulesOn(day).cadence.kind === 'perWeek') return false;
  const { from, to } = spanOf(rulesOn(day).window);
  const late = wall - (day * DAY + to - Math.min(BEFORE, (to - from) / 2));
  if (late < 0 || late >= LATEST) return false;
  // the calendar last: it is asked of all that run, and takes longest
  const plan = planOf(rules, changes);
  return isWithin(plan, day) && plan.on(day).isRequired(day);
}
