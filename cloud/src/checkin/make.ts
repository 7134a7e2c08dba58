import { dayText, parseDay, wallDay } from '@shared/domain/civil';
import { wallClock } from '@shared/domain/zone';
import type { Challenge, NewChallengeBody } from '@shared/wire/challenge';
import type { Rules } from '@shared/wire/challengeRules';
import type { z } from 'zod';
import { AppError } from '../errors';
import { nowMs } from '../infra/clock';
import { requireVoice } from '../message';
import { accessPai, type Access } from '../pai';
import { accessChallenge, type ChallengeAccess } from './access';
import { acceptJudged, acceptZone } from './accept';
import { announce } from './announce';
import { openBook } from './book';
import { startChallenge } from './create';
import type { ChallengeDoc } from './model';
import { presentChallenge } from './present';
import { findChallengeOnce, listChallenges } from './store';

/** Whoever starts it may be a zone behind the server, or a moment before midnight. */
function requireAhead(start: string, zone: string): void {
  const today = wallDay(wallClock(nowMs(), zone));
  if ((parseDay(start) ?? 0) < today - 1) throw new AppError('challenge/start-past', { field: 'start', params: { today: dayText(today) } });
}

/** Also of one that was stored before: whoever stored it may have gone before it was told. */
async function told(access: Access, doc: ChallengeDoc, repeat: boolean): Promise<{ access: ChallengeAccess; repeat: boolean }> {
  await announce(access.me.userId, doc.paiId, doc);
  return { access: { ...access, doc }, repeat };
}

/** Starts a challenge by hand: in effect at once, and told in the log. Throws `challenge/…`, `text/unsafe`, `member/…`. */
export async function makeChallenge(userId: string, paiId: string, { clientMsgId, rules, zone }: z.output<typeof NewChallengeBody>): Promise<{ access: ChallengeAccess; repeat: boolean }> {
  const access = await accessPai(userId, paiId);
  const known = await findChallengeOnce(paiId, userId, clientMsgId);
  if (known?.undoneAt) throw new AppError('challenge/not-found');
  if (known) return told(access, known, true);
  requireVoice(access);
  requireAhead(rules.start, acceptZone(zone));
  const started = await startChallenge({ paiId, userId, clientMsgId, rules: await acceptJudged(rules), zone });
  return told(access, started.doc, started.repeat);
}

/** Rules of a card that was confirmed after its first day had passed: as many days, from today on. */
function fromToday(rules: Rules, zone: string): Rules {
  const today = wallDay(wallClock(nowMs(), zone));
  const late = today - (parseDay(rules.start) ?? today);
  if (late <= 0) return rules;
  const end = rules.end === undefined ? null : parseDay(rules.end);
  return { ...rules, start: dayText(today), ...(end === null ? {} : { end: dayText(end + late) }) };
}

/** Starts what a card says, with whoever confirms it; once however often. Throws `challenge/too-many`. */
export async function confirmChallenge(userId: string, paiId: string, id: string, { rules, zone }: { rules: Rules; zone: string }): Promise<{ rules: Rules; zone: string }> {
  const { doc } = await startChallenge({ id, paiId, userId, clientMsgId: `card:${id}`, rules: fromToday(rules, zone), zone });
  return { rules: doc.rules, zone: doc.zone };
}

export const readChallenge = accessChallenge;

const ORDER: Record<Challenge['state'], number> = { active: 0, upcoming: 1, ended: 2, closed: 3 };

const presented = async (access: Access, docs: Awaited<ReturnType<typeof listChallenges>>): Promise<Challenge[]> => Promise.all(docs.map(async (doc) => presentChallenge(await openBook(doc), access)));

/** The challenges of a pai, those that run first, each group the newest first. */
export async function listChallengesOfPai(userId: string, paiId: string): Promise<Challenge[]> {
  const access = await accessPai(userId, paiId);
  const challenges = await presented(access, await listChallenges(paiId));
  return challenges.sort((a, b) => ORDER[a.state] - ORDER[b.state]);
}
