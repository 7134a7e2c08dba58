import { dayText, parseDay, weekdayOf } from '@shared/domain/civil';
import { config } from '../../config';
import { dayStanding, findChallenge, isClosingTime, listChallenges, listPaisWithChallenge, momentsOf, tellWeek, type ChallengeDoc, type EntryDoc, type RunningDoc } from '../../checkin';
import { wallOf } from '../../engine/time';
import { DAY, MINUTE, dateAt, now, nowMs } from '../../infra/clock';
import { log } from '../../infra/logger';
import { findPai, type AssistantDoc } from '../../pai';
import { isQuiet } from '../allowance';
import type { RunDoc } from '../model';
import { dueDigest } from '../recap/due';
import { findRun, insertRun } from '../store';
import { afterQuiet, dayOf, runIdOf, supervisorOf } from './desk';
import { joinWaiting } from './store';

/** So long others may check in too, and what was a slip be judged. */
const SETTLE = 3 * MINUTE;
/** When the week that is over is told. */
const WEEK = { every: 'week', at: '09:00', weekday: 1 } as const;

type Ledger = NonNullable<RunDoc['ledger']>;

const runOf = (paiId: string, role: AssistantDoc, reason: RunDoc['reason'], dueAt: Date, ledger: Ledger): RunDoc => ({ _id: runIdOf(paiId, dayOf(dueAt.getTime())), paiId, assistantId: role.id, assistantName: role.name, kind: 'challenge', state: 'queued', reason, asks: [], createdAt: now(), dueAt, attempts: 0, ledger });

const isMonday = (day: string): boolean => weekdayOf(parseDay(day) ?? 0) === WEEK.weekday;

/** Whether a pai has a week to tell on a Monday. */
async function hasWeek(paiId: string, monday: string): Promise<boolean> {
  const sunday = dayText((parseDay(monday) ?? 0) - 1);
  for (const doc of await listChallenges(paiId)) if (await tellWeek(doc, sunday, { locale: 'zh' })) return true;
  return false;
}

/** On a Monday the week is what is said, where there is one. */
const isTaken = async (paiId: string, day: string): Promise<boolean> => isMonday(day) && hasWeek(paiId, day);

/** Orders a run, or adds what it is for to the one of that day nobody has begun. */
async function orderOrJoin(run: RunDoc): Promise<void> {
  if (!(await insertRun(run))) await joinWaiting(run);
}

async function orderCheer(doc: ChallengeDoc, entry: EntryDoc): Promise<void> {
  const pai = await findPai(doc.paiId);
  const role = pai && supervisorOf(pai);
  if (!role || pai.dissolveAt) return;
  const checkin = { userId: entry.userId, day: entry.day };
  if ((await momentsOf(doc, [checkin], nowMs())).length === 0) return;
  const run = runOf(pai._id, role, 'cheered', afterQuiet(role, nowMs() + SETTLE), [{ challengeId: doc._id, entryIds: [entry._id], checkin }]);
  if (await isTaken(pai._id, dayOf(run.dueAt?.getTime() ?? 0))) return;
  await orderOrJoin(run);
}

/** Looks what a check-in has come to. It stands whatever becomes of this. */
export async function heedCheckin({ doc, entry }: { doc: ChallengeDoc; entry: EntryDoc }): Promise<void> {
  if (entry.kind !== 'checkin') return;
  await orderCheer(doc, entry).catch((error: unknown) => log().warn({ err: error, entry: entry._id }, 'nothing is said of a check-in'));
}

/** Orders that those who are still to check in are spoken of, where it is time; not two days in a row unless the group wants it strict. */
export async function orderNudge(running: RunningDoc): Promise<void> {
  if (!isClosingTime(running, nowMs())) return;
  const [pai, doc] = await Promise.all([findPai(running.paiId), findChallenge(running.paiId, running._id)]);
  const role = pai && supervisorOf(pai);
  const [today, yesterday] = [dayOf(nowMs()), dayOf(nowMs() - DAY)];
  if (!role || !doc || pai.dissolveAt || isQuiet(role)) return;
  const known = await findRun(runIdOf(pai._id, today));
  if (known && (known.state !== 'queued' || known.reason !== 'nudged')) return;
  const { open, isStrict } = await dayStanding(doc, nowMs());
  if (open.length === 0 || (await isTaken(pai._id, today))) return;
  const last = isStrict ? null : await findRun(runIdOf(pai._id, yesterday));
  if (last?.reason === 'nudged' && last.state === 'done') return;
  await orderOrJoin(runOf(pai._id, role, 'nudged', now(), [{ challengeId: doc._id, entryIds: [] }]));
}

/** Weeks of pais that have nothing to tell, so that each is looked at once. */
const untold = new Set<string>();

async function orderWeek(paiId: string): Promise<void> {
  const pai = await findPai(paiId);
  const role = pai && supervisorOf(pai);
  const due = role && dueDigest(WEEK, role.quiet, wallOf(now().toISOString(), config().TIME_ZONE));
  if (!pai || !due || pai.dissolveAt) return;
  const id = runIdOf(paiId, dayOf(nowMs()));
  if (untold.has(id) || (await findRun(id))) return;
  if (await hasWeek(paiId, due.day)) await insertRun(runOf(paiId, role, 'week-told', now(), []));
  else untold.add(id);
}

/** Orders the weeks that are over, each Monday from the morning on. */
export async function orderWeeks(): Promise<void> {
  if (!isMonday(dayOf(nowMs()))) return untold.clear();
  for (const paiId of await listPaisWithChallenge(dateAt(nowMs() - 8 * DAY))) await orderWeek(paiId).catch((error: unknown) => log().warn({ err: error, paiId }, 'a week of challenges could not be ordered'));
}
