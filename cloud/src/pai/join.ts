import { AppError } from '../errors';
import { DAY, dateAt, now, nowMs } from '../infra/clock';
import { memberOf } from './access';
import { requireRoomFor } from './create';
import { paiLog } from './log';
import type { PaiDoc, RequestDoc } from './model';
import { tellChanged, tellJoined, tellPai } from './news';
import { facesOf, presentMember } from './present';
import { addMember, addRequest, findPai, raiseReadSeq } from './store';

/** What a newcomer may read: from now on, the last 7 days, or everything. */
async function firstReadable(pai: PaiDoc): Promise<number> {
  if (pai.history === 'all') return 1;
  if (pai.history === 'week') return paiLog().firstSeqSince(pai._id, dateAt(nowMs() - 7 * DAY));
  return (await paiLog().headSeq(pai._id)) + 1;
}

/** Whether anybody may come in at all. Throws what stands in the way of this person. */
export function requireOpen(pai: PaiDoc | null, userId: string | undefined): PaiDoc {
  if (!pai || pai.dissolveAt) throw new AppError('pai/dissolved');
  if (userId && pai.blocked.includes(userId)) throw new AppError('pai/blocked');
  if (userId && memberOf(pai, userId)) return pai;
  if (pai.joinRule === 'closed') throw new AppError('pai/closed');
  if (pai.memberCount >= pai.cap) throw new AppError('pai/full', { params: { cap: pai.cap } });
  return pai;
}

/** Makes a person a member now. Already one: nothing changes. Throws `pai/full`, `pai/blocked`, `pai/dissolved`, `pai/joined-limit`. */
export async function seat(pai: PaiDoc, userId: string): Promise<PaiDoc> {
  if (memberOf(pai, userId)) return pai;
  await requireRoomFor(userId, false);
  const member = { userId, role: 'member' as const, joinedAt: now(), fromSeq: await firstReadable(pai) };
  // What was said before is there to be read, but nothing in it waits for a newcomer.
  await raiseReadSeq([{ paiId: pai._id, userId, seq: await paiLog().headSeq(pai._id) }]);
  const joined = await addMember(pai._id, member);
  if (!joined) {
    const current = requireOpen(await findPai(pai._id), userId);
    if (memberOf(current, userId)) return current;
    throw new AppError('pai/full', { params: { cap: current.cap } });
  }
  const face = (await facesOf([userId])).get(userId);
  tellPai(joined, { type: 'member.joined', paiId: pai._id, member: presentMember(member, face), memberCount: joined.memberCount });
  tellJoined(pai._id, userId);
  await paiLog().note(joined, { code: 'member.joined', names: [face?.name ?? ''] });
  return joined;
}

/** Lets a person in, or puts the wish to the owner. `pending`: somebody has to decide. */
export async function join(pai: PaiDoc, userId: string, via: Pick<RequestDoc, 'via' | 'inviterId'>): Promise<{ pai: PaiDoc; pending: boolean }> {
  const open = requireOpen(pai, userId);
  if (memberOf(open, userId)) return { pai: open, pending: false };
  // A 派号 can be guessed, an invitation cannot: a number only knocks.
  const direct = open.joinRule === 'link' && via.via === 'invite';
  if (direct) return { pai: await seat(open, userId), pending: false };
  const asked = await addRequest(open._id, { userId, ...via, at: now() });
  if (asked) tellChanged(asked);
  return { pai: asked ?? open, pending: true };
}
