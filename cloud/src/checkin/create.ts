import { LIMITS } from '@shared/domain/limits';
import { hasEnded } from '@shared/domain/checkin/window';
import { planOf } from '@shared/domain/checkin/plan';
import { wallClock } from '@shared/domain/zone';
import type { Rules } from '@shared/wire/challengeRules';
import { AppError } from '../errors';
import { now, nowMs } from '../infra/clock';
import { newId } from '../infra/ids';
import type { ChallengeDoc } from './model';
import { changeChallenge, findChallengeById, findChallengeOnce, insertChallenge, listRunning } from './store';

/** Each try that fails is a challenge of somebody else's that did not. */
const TRIES = 50;

export interface Wanted {
  id?: string;
  paiId: string;
  userId: string;
  clientMsgId: string;
  /** Accepted ones. */
  rules: Rules;
  zone: string;
}

/** Whether its last day is over where it was started. */
export function isOver({ rules, changes, zone }: ChallengeDoc, at: number): boolean {
  const plan = planOf(rules, changes);
  const wall = wallClock(at, zone);
  const { end } = plan.on(Number.MAX_SAFE_INTEGER);
  return Number.isFinite(end) && hasEnded(plan.on(end).span, end, wall);
}

/** Gives back the places of those that have ended. */
async function freeEnded(running: readonly ChallengeDoc[]): Promise<boolean> {
  const over = running.filter((doc) => doc.closedAt || doc.undoneAt || isOver(doc, nowMs()));
  for (const doc of over) await changeChallenge(doc._id, { $unset: { slot: 1 } }, now(), { slot: doc.slot });
  return over.length > 0;
}

/** A place no running challenge of the pai holds. Throws `challenge/too-many`. */
async function freeSlot(paiId: string): Promise<number> {
  const running = await listRunning(paiId);
  const taken = new Set(running.map(({ slot }) => slot));
  for (let slot = 0; slot < LIMITS.challengesActive; slot++) if (!taken.has(slot)) return slot;
  if (await freeEnded(running)) return freeSlot(paiId);
  throw new AppError('challenge/too-many', { params: { max: LIMITS.challengesActive } });
}

/**
 * Stores a challenge its starter takes part in; the one there is when it was stored before. Of several at the same moment
 * no more get a place than there are. Throws `challenge/too-many`.
 */
export async function startChallenge({ id = newId(), paiId, userId, clientMsgId, rules, zone }: Wanted): Promise<{ doc: ChallengeDoc; repeat: boolean }> {
  for (let tries = 0; tries < TRIES; tries++) {
    const known = (await findChallengeById(id)) ?? (await findChallengeOnce(paiId, userId, clientMsgId));
    if (known) return { doc: known, repeat: true };
    const at = now();
    const doc: ChallengeDoc = { _id: id, paiId, clientMsgId, byId: userId, zone, rules, changes: [], members: [{ userId, zone, joinedAt: at }], slot: await freeSlot(paiId), rev: 1, createdAt: at, updatedAt: at };
    if (await insertChallenge(doc)) return { doc, repeat: false };
  }
  throw new AppError('service/unavailable');
}
