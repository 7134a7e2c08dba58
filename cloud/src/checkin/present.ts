import { DAY, dayText, wallDay } from '@shared/domain/civil';
import { dayNumber } from '@shared/domain/checkin/plan';
import { isDone } from '@shared/domain/checkin/runs';
import { stateOf } from '@shared/domain/checkin/states';
import type { Standing } from '@shared/domain/checkin/types';
import { hasEnded } from '@shared/domain/checkin/window';
import type { Challenge } from '@shared/wire/challenge';
import { now, nowMs } from '../infra/clock';
import { memberOf, type Access } from '../pai';
import { mayManage, partakerOf } from './access';
import { zoneAt, type Book } from './book';
import { levelOf } from './heat';
import type { ChallengeDoc } from './model';
import { listNames, nameOf, type Names } from './names';
import { buttonOf, dayNow } from './today';
import { reminderOf } from './reminderPort';
import { countToJudge } from './toJudge';

type Mine = Challenge['mine'];

/** Until when things count: a closed challenge stands as it was. */
const countsUntil = ({ closedAt }: ChallengeDoc): number => Math.min(nowMs(), closedAt?.getTime() ?? Infinity);

const EMPTY: Omit<Standing, 'id'> = { days: [], streak: 0, best: 0, total: 0, cardsLeft: 0, done: false };

async function mineOf(book: Book, userId: string, standing: Standing | undefined): Promise<Mine> {
  const { doc } = book;
  const at = countsUntil(doc);
  const sheet = partakerOf(doc, userId) ? book.sheet(userId) : undefined;
  const { id: _me, days, ...counted } = standing && sheet ? standing : { id: '', ...EMPTY };
  const zone = sheet ? zoneAt(sheet, at) : doc.zone;
  const measures = book.measures.get(userId);
  const shown = sheet ? buttonOf(book, sheet, at) : { today: dayText(wallDay(book.ledger.clock(at, zone))), button: 'join' as const };
  const state = stateAt(book, zone);
  const isShut = doc.closedAt || (!sheet && state === 'ended');
  return {
    joined: sheet !== undefined,
    zone,
    ...counted,
    ...shown,
    ...(isShut ? { button: 'ended' as const, opensAt: undefined, closesAt: undefined } : {}),
    days: days.map(({ day, state: of }) => ({ day, state: of, level: levelOf(of, measures?.get(dayNumber(day)), measures) })),
    reminder: await reminderOf(doc, userId),
  };
}

function stateAt({ doc, ledger: { plan, clock } }: Book, zone: string): Challenge['state'] {
  if (doc.closedAt) return 'closed';
  const wall = clock(nowMs(), zone);
  const { end, span } = plan.on(wallDay(wall));
  if (wall < plan.start * DAY + span.from) return 'upcoming';
  return Number.isFinite(end) && hasEnded(plan.on(end).span, end, wall) ? 'ended' : 'active';
}

/** How many of those who take part have done their today. */
function doneToday(book: Book, at: number): number {
  const isDoneNow = (userId: string): boolean => {
    const sheet = book.sheet(userId);
    if (!sheet) return false;
    const wall = book.wall(sheet, at);
    return isDone(stateOf(sheet, book.ledger.plan, dayNow(book, wall), wall));
  };
  return book.doc.members.filter(({ userId, leftAt }) => !leftAt && isDoneNow(userId)).length;
}

interface Board {
  rows: Challenge['byTotal'];
  rank: number;
}

const SHOWN = 3;

/** The first of a ranking and the caller; who has left does not count. */
function boardOf(ids: readonly string[], standings: ReadonlyMap<string, Standing>, value: 'total' | 'streak', userId: string, names: Names): Board {
  const rank = ids.indexOf(userId) + 1;
  const shown = ids.filter((id, i) => i < SHOWN || id === userId);
  const rowOf = (id: string): Challenge['byTotal'][number] => {
    const standing = standings.get(id) ?? { id, ...EMPTY };
    return { id, name: nameOf(names, id), value: standing[value], makeups: standing.days.filter(({ state }) => state === 'made-up').length, done: standing.done };
  };
  return { rows: shown.map(rowOf), rank };
}

function teamsOf(doc: ChallengeDoc, rules: Challenge['rules'], standings: ReadonlyMap<string, Standing>): Pick<Challenge, 'teams'> {
  if (!rules.teams) return {};
  const teams = rules.teams.map(({ name, members }) => {
    const here = members.filter((id) => partakerOf(doc, id));
    const total = here.reduce((sum, id) => sum + (standings.get(id)?.total ?? 0), 0);
    return { name, total, perHead: here.length === 0 ? 0 : Math.round((total / here.length) * 10) / 10 };
  });
  return { teams: teams.sort((a, b) => b.perHead - a.perHead || b.total - a.total) };
}

/** The rules in force on a member's day, and those that come later. */
function rulesAt(doc: ChallengeDoc, today: string, names: Names): Pick<Challenge, 'rules' | 'next'> {
  const rules = doc.changes.findLast(({ from }) => from <= today)?.rules ?? doc.rules;
  const next = doc.changes.find(({ from }) => from > today);
  return { rules, ...(next ? { next: { rules: next.rules, from: next.from, by: nameOf(names, next.by) } } : {}) };
}

/** A challenge as one member of the pai sees it. */
export async function presentChallenge(book: Book, access: Access): Promise<Challenge> {
  const { doc } = book;
  const userId = access.me.userId;
  const at = countsUntil(doc);
  const { members, ranking } = book.standings(at);
  const standings = new Map(members.map((standing) => [standing.id, standing]));
  const here = doc.members.filter(({ leftAt }) => !leftAt).map((member) => member.userId);
  const isHere = (id: string): boolean => here.includes(id) && memberOf(access.pai, id) !== undefined;
  const names = await listNames([doc.byId, ...here, ...doc.changes.map(({ by }) => by)]);
  const [byTotal, byStreak] = [boardOf(ranking.byTotal.filter(isHere), standings, 'total', userId, names), boardOf(ranking.byStreak.filter(isHere), standings, 'streak', userId, names)];
  const mine = await mineOf(book, userId, standings.get(userId));
  const rules = rulesAt(doc, mine.today, names);
  return {
    id: doc._id,
    paiId: doc.paiId,
    ...rules,
    state: stateAt(book, mine.zone),
    by: { id: doc.byId, name: nameOf(names, doc.byId) },
    members: here.length,
    doneToday: doneToday(book, at),
    mine,
    byTotal: byTotal.rows,
    byStreak: byStreak.rows,
    ...(byTotal.rank > 0 ? { rank: { byTotal: byTotal.rank, byStreak: byStreak.rank } } : {}),
    ...teamsOf(doc, rules.rules, standings),
    mayManage: mayManage(access, doc),
    ...(mayManage(access, doc) ? { toJudge: await countToJudge(book, standings) } : {}),
    createdAt: doc.createdAt.toISOString(),
    updatedAt: doc.updatedAt.toISOString(),
    now: now().toISOString(),
  };
}
