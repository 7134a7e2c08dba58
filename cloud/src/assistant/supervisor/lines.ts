import { dayText, mondayOf, parseDay } from '@shared/domain/civil';
import { dayStanding, findChallenge, listChallenges, momentsOf, tellWeek, type Moment } from '../../checkin';
import { DAY, dateAt, nowMs } from '../../infra/clock';
import type { RunDoc } from '../model';
import { dayOf, nameIn, type Desk } from './desk';
import { listToldSince } from './store';
import { cheerOf, nudgeOf, weekHead, weekOf, type Told } from './words';

/** What one message says of moments at most. */
const MOST = 3;
/** That everybody has checked in is no news again for so long. */
const ALL_AGAIN = 7 * DAY;
const RANK: readonly Moment['kind'][] = ['goal', 'all', 'streak', 'back'];

/** The lines of a message with what stands before them. */
export interface Lines {
  head: string;
  lines: Told[];
}

const challengesOf = (ledger: NonNullable<RunDoc['ledger']>): string[] => [...new Set(ledger.map(({ challengeId }) => challengeId))];

/** The check-ins a run was ordered for, as the ledger stands now. */
async function cheerLines(run: RunDoc, desk: Desk): Promise<Lines> {
  const found = await Promise.all(
    challengesOf(run.ledger ?? []).map(async (id) => {
      const doc = await findChallenge(run.paiId, id);
      const checkins = (run.ledger ?? []).flatMap(({ challengeId, checkin }) => (challengeId === id && checkin ? [checkin] : []));
      return doc ? momentsOf(doc, checkins, nowMs()) : [];
    }),
  );
  const lately = (await listToldSince(run.paiId, dateAt(nowMs() - ALL_AGAIN))).flatMap(({ ledger = [] }) => ledger);
  const isOld = ({ kind, challengeId }: Moment): boolean => kind === 'all' && lately.some((told) => told.what === 'all' && told.challengeId === challengeId);
  const moments = found.flat().filter((moment) => !isOld(moment));
  moments.sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind) || b.n - a.n);
  const lines = moments.flatMap((moment) => {
    const who = moment.userId === undefined ? '' : nameIn(desk, moment.userId);
    return who === undefined ? [] : [cheerOf(moment, who, moment.day >= dayOf(nowMs()), desk.locale)];
  });
  return { head: '', lines: lines.slice(0, MOST) };
}

/** Who is still to check in, as it stands now; nothing once everybody has. */
async function nudgeLine(paiId: string, challengeId: string, desk: Desk): Promise<Told[]> {
  const doc = await findChallenge(paiId, challengeId);
  const standing = doc && !doc.closedAt ? await dayStanding(doc, nowMs()) : undefined;
  if (!standing || standing.open.length === 0) return [];
  const names = standing.isStrict ? standing.open.flatMap((id) => nameIn(desk, id) ?? []) : [];
  return [{ challengeId, entryIds: standing.entryIds, what: 'nudge', text: nudgeOf(standing, names, desk.locale) }];
}

async function nudgeLines({ paiId, ledger = [] }: RunDoc, desk: Desk): Promise<Lines> {
  const lines = await Promise.all(challengesOf(ledger).map((id) => nudgeLine(paiId, id, desk)));
  return { head: '', lines: lines.flat().slice(0, MOST) };
}

/** The week before the day a run was ordered on. */
async function weekLines({ paiId, createdAt }: RunDoc, { locale, unnamed }: Desk): Promise<Lines> {
  const monday = mondayOf(parseDay(dayOf(createdAt.getTime())) ?? 0);
  const [from, sunday] = [dayText(monday - 7), dayText(monday - 1)];
  const weeks = await Promise.all((await listChallenges(paiId)).map((doc) => tellWeek(doc, sunday, { locale, unnamed })));
  const told = weeks.flatMap((week) => week ?? []);
  return { head: weekHead(from, sunday, locale), lines: told.length === 0 ? [] : weekOf(told, locale) };
}

/** What a run has to say as things stand; no line: nothing any more. */
export function linesFor(run: RunDoc, desk: Desk): Promise<Lines> {
  if (run.reason === 'nudged') return nudgeLines(run, desk);
  return run.reason === 'week-told' ? weekLines(run, desk) : cheerLines(run, desk);
}
