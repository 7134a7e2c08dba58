import { DAY, dayText, mondayOf, parseDay, wallDay } from '@shared/domain/civil';
import { dayNumber } from '@shared/domain/checkin/plan';
import { isDone } from '@shared/domain/checkin/runs';
import type { Standing } from '@shared/domain/checkin/types';
import type { Locale } from '@shared/wire/errors';
import type { WeekReport } from '@shared/wire/challenge';
import { isoOf } from '../../engine/time';
import { nowMs } from '../../infra/clock';
import { accessChallenge, partakerOf } from '../access';
import { openBook, type Book } from '../book';
import type { ChallengeDoc, EntryDoc } from '../model';
import { listNames, nameOf, type Names } from '../names';
import { listEntriesOfDays } from './store';

type Line = WeekReport['lines'][number];
type Entries = readonly Pick<EntryDoc, '_id' | 'kind' | 'userId' | 'day' | 'amount'>[];

interface Week {
  from: string;
  to: string;
  entries: Entries;
  standings: Standing[];
  /** Who has reached the goal in it. */
  reached: readonly string[];
  names: Names;
  unnamed: ReadonlySet<string>;
  locale: Locale;
  unit?: string;
}

const SHOWN = 5;
const LONG_STREAK = 3;

const inWeek = ({ from, to }: Week, { days }: Standing): string[] => days.filter(({ day, state }) => day >= from && day <= to && isDone(state)).map(({ day }) => day);

/** The entries somebody's done days rest on: of a day judged and done again the last. */
function entriesOf({ entries }: Week, userId: string, days: readonly string[]): string[] {
  const own = entries.filter((entry) => entry.userId === userId && days.includes(entry.day) && (entry.kind === 'checkin' || entry.kind === 'makeup'));
  return [...new Map(own.map(({ day, _id }) => [day, _id])).values()];
}

function allLine(week: Week): Line {
  const done = week.standings.map((standing) => ({ id: standing.id, days: inWeek(week, standing) })).filter(({ days }) => days.length > 0);
  const times = done.reduce((sum, { days }) => sum + days.length, 0);
  const text = week.locale === 'zh' ? `这一周 ${done.length} 个人打了 ${times} 次卡` : `${done.length} checked in this week, ${times === 1 ? 'once' : `${times} times`} in all`;
  return { text, entryIds: done.flatMap(({ id, days }) => entriesOf(week, id, days)) };
}

/** What each did, those who did most before the rest. Who did nothing is not named. */
function personLines(week: Week): Line[] {
  const rows = week.standings.map((standing) => ({ standing, days: inWeek(week, standing) })).filter(({ standing, days }) => days.length > 0 && !week.unnamed.has(standing.id));
  rows.sort((a, b) => b.days.length - a.days.length || b.standing.streak - a.standing.streak);
  return rows.slice(0, SHOWN).map(({ standing, days }) => {
    const name = nameOf(week.names, standing.id);
    const streak = standing.streak < LONG_STREAK ? '' : week.locale === 'zh' ? `，连续 ${standing.streak}` : `, ${standing.streak} in a row`;
    const reached = !week.reached.includes(standing.id) ? '' : week.locale === 'zh' ? '，达成了目标' : ', goal reached';
    const text = week.locale === 'zh' ? `${name}打了 ${days.length} 天` : `${name}: ${days.length} ${days.length === 1 ? 'day' : 'days'}`;
    return { text: text + streak + reached, entryIds: entriesOf(week, standing.id, days) };
  });
}

function amountLine(week: Week): Line[] {
  const { unit, locale } = week;
  const counted = week.standings.flatMap((standing) => entriesOf(week, standing.id, inWeek(week, standing)));
  const measured = week.entries.filter(({ _id, amount }) => amount !== undefined && counted.includes(_id));
  if (unit === undefined || measured.length === 0) return [];
  const sum = Math.round(measured.reduce((total, { amount = 0 }) => total + amount, 0) * 100) / 100;
  return [{ text: locale === 'zh' ? `一共 ${sum} ${unit}` : `${sum} ${unit} in all`, entryIds: measured.map(({ _id }) => _id) }];
}

function makeupLine(week: Week): Line[] {
  const made = week.entries.filter(({ kind }) => kind === 'makeup');
  if (made.length === 0) return [];
  return [{ text: week.locale === 'zh' ? `其中补卡 ${made.length} 次` : `${made.length} of them made up later`, entryIds: made.map(({ _id }) => _id) }];
}

/** The last day of a challenge, or today: the week it lies in is told. */
function lastDay(book: Book): number {
  const { plan, clock } = book.ledger;
  const today = wallDay(clock(Math.min(nowMs(), book.doc.closedAt?.getTime() ?? Infinity), book.doc.zone));
  return Math.min(today, plan.on(today).end);
}

interface Told {
  locale: Locale;
  /** Who is counted and not named. */
  unnamed?: ReadonlySet<string>;
}

/** The lines of the days up to one in its week; none where nobody has checked in. `at` (ms): what is counted is as it was then. */
async function linesOf(book: Book, last: number, at: number, { locale, unnamed = new Set() }: Told): Promise<Omit<WeekReport, 'aiMade'>> {
  const { doc } = book;
  const [from, to] = [dayText(Math.max(mondayOf(last), parseDay(doc.rules.start) ?? 0)), dayText(last)];
  const before = new Set(book.standings(startOf(doc, from)).members.filter(({ done }) => done).map(({ id }) => id));
  const standings = book.standings(Math.min(at, doc.closedAt?.getTime() ?? Infinity)).members.filter((standing) => partakerOf(doc, standing.id));
  const { proof } = doc.changes.findLast((change) => change.from <= to)?.rules ?? doc.rules;
  const entries = await listEntriesOfDays(doc._id, from, to);
  const reached = standings.filter(({ id, done }) => done && !before.has(id)).map(({ id }) => id);
  const week: Week = { from, to, entries, standings, reached, unnamed, names: await listNames(standings.map((one) => one.id)), locale, ...(proof.kind === 'number' ? { unit: proof.unit } : {}) };
  const all = allLine(week);
  return { from, to, lines: all.entryIds.length === 0 ? [] : [all, ...personLines(week), ...amountLine(week), ...makeupLine(week)] };
}

/** A moment before a day begins where a challenge was started. */
const startOf = ({ zone }: ChallengeDoc, day: string): number => Date.parse(isoOf(dayNumber(day) * DAY, zone)) - 1;

/**
 * The week of a challenge, Monday to Sunday by its starter's clock, up to today. Every figure is counted from the
 * ledger, and each line names the entries it rests on. Null before anybody has checked in. Throws `challenge/not-found`.
 */
export async function reportWeek(userId: string, paiId: string, id: string, locale: Locale): Promise<WeekReport | null> {
  const { doc } = await accessChallenge(userId, paiId, id);
  const book = await openBook(doc);
  const report = await linesOf(book, lastDay(book), nowMs(), { locale });
  return report.lines.length === 0 ? null : { ...report, aiMade: false };
}

/** A week that is over, of one challenge. */
export interface PastWeek {
  challengeId: string;
  title: string;
  lines: Line[];
}

/** The week that ends with a day (`YYYY-MM-DD`, a Sunday) in a challenge, as it stood when that day was over; undefined where there is nothing to tell, or the rules say not to. */
export async function tellWeek(doc: ChallengeDoc, sunday: string, told: Told): Promise<PastWeek | undefined> {
  const rules = doc.changes.findLast(({ from }) => from <= sunday)?.rules ?? doc.rules;
  if ((doc.changes.at(-1)?.rules ?? rules).report === 'off' || sunday < doc.rules.start) return undefined;
  const book = await openBook(doc);
  const { lines } = await linesOf(book, dayNumber(sunday), startOf(doc, dayText(dayNumber(sunday) + 1)), told);
  return lines.length === 0 ? undefined : { challengeId: doc._id, title: rules.title, lines };
}
