import { LRUCache } from 'lru-cache';
import { mayDo, type PaiAct } from '@shared/domain/role';
import { AppError } from '../errors';
import { SECOND, now, nowMs } from '../infra/clock';
import type { MemberDoc, PaiDoc } from './model';
import { findPai, setAiSpokeAt } from './store';

export interface Access {
  pai: PaiDoc;
  me: MemberDoc;
}

export const memberOf = (pai: PaiDoc, userId: string): MemberDoc | undefined => pai.members.find((member) => member.userId === userId);

function judge(pai: PaiDoc | null | undefined, userId: string, act: PaiAct | undefined): Access {
  const me = pai ? memberOf(pai, userId) : undefined;
  if (!pai || !me) throw new AppError('pai/not-found');
  if (pai.dissolveAt) throw new AppError('pai/dissolved');
  if (act && !mayDo(me.role, act)) throw new AppError(mayDo('admin', act) ? 'pai/forbidden' : 'pai/owner-only');
  return { pai, me };
}

/**
 * The only way for request code to hold a pai: to load it is to have the right to it, and to `act` if one is named.
 * Absent and not mine answer alike, so ids cannot be probed. Throws `pai/not-found`, `pai/dissolved`, `pai/forbidden`,
 * `pai/owner-only`.
 */
export async function accessPai(userId: string, paiId: string, act?: PaiAct): Promise<Access> {
  return judge(await findPai(paiId), userId, act);
}

/** A pai of mine though it is dissolved: for its owner, who can take that back. */
export async function accessDissolved(userId: string, paiId: string): Promise<Access> {
  const pai = await findPai(paiId);
  const me = pai ? memberOf(pai, userId) : undefined;
  if (!pai || !me) throw new AppError('pai/not-found');
  if (pai.ownerId !== userId) throw new AppError(pai.dissolveAt ? 'pai/dissolved' : 'pai/owner-only');
  return { pai, me };
}

/* Sends look at a copy of the pai at most a second old: a removal on another node holds within that second [P1]. */
const copies = new LRUCache<string, Promise<PaiDoc | null>>({ max: 5000, ttl: SECOND, perf: { now: nowMs } });

/** Like accessPai, from a copy at most 1 s old: for the hot path of sending. */
export async function accessPaiSoon(userId: string, paiId: string): Promise<Access> {
  let copy = copies.get(paiId);
  if (!copy) {
    copy = findPai(paiId);
    copies.set(paiId, copy);
    copy.catch(() => copies.delete(paiId));
  }
  return judge(await copy, userId, undefined);
}

/** Drops the copy after a change made on this node. */
export const forgetCopy = (paiId: string): boolean => copies.delete(paiId);

/** Notes that an AI role speaks now: for a while a short ask may go on from what it says. */
export async function noteAiSpeaks(paiId: string): Promise<void> {
  await setAiSpokeAt(paiId, now());
  forgetCopy(paiId);
}
