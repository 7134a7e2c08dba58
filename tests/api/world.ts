import { randomBytes } from 'node:crypto';
import type { Pai } from '@shared/wire/pai';
import type { WechatStub } from '../support/wechat';
import { Person } from '../support/person';

export const ACTORS = ['anonymous', 'stranger', 'ex-member', 'muted', 'member', 'admin', 'owner'] as const;
export type Actor = (typeof ACTORS)[number];

/** A pai with one actor before or in it, and what a route may be called with. */
export interface World {
  pai: Pai;
  owner: Person;
  /** Undefined: nobody is signed in. */
  actor: Person | undefined;
  /** Whether the actor is in the pai. */
  seated: boolean;
  /** A plain member to act on. */
  target: Person;
  targetSeq: string;
  /** A message of the actor's, or the owner's where the actor never said anything. */
  seq: string;
  token: string;
  inviteId: string;
  wechatCode: () => string;
}

async function place(kind: Actor, owner: Person, actor: Person, paiId: string): Promise<void> {
  if (kind === 'ex-member') await actor.must('POST', `/pais/${paiId}/leave`, {});
  if (kind === 'admin') await owner.must('PATCH', `/pais/${paiId}/members/${actor.id}`, { role: 'admin' });
  if (kind === 'muted') await owner.must('PATCH', `/pais/${paiId}/members/${actor.id}`, { mutedMinutes: 60 });
}

/** A fresh pai for one cell of the access matrix. */
export async function givenWorld(kind: Actor, url: string, stub: WechatStub): Promise<World> {
  const [owner, target] = await Promise.all([Person.guest(url, '派主'), Person.guest(url, '对方')]);
  const actor = kind === 'anonymous' ? undefined : kind === 'owner' ? owner : await Person.guest(url, '某人');
  const pai = await owner.createPai();
  const { token, id: inviteId } = await owner.must<{ token: string; id: string }>('POST', `/pais/${pai.id}/invites`, {});
  await target.must('POST', `/invites/${token}/accept`, {});
  const speaksFor = actor && kind !== 'stranger' ? actor : owner;
  if (speaksFor !== owner) await speaksFor.must('POST', `/invites/${token}/accept`, {});
  const { seq } = await speaksFor.say(pai.id, '去杭州吗');
  const { seq: targetSeq } = await target.say(pai.id, '去');
  if (actor) await place(kind, owner, actor, pai.id);
  const wechatCode = (): string => stub.control.mintCode({ openid: `o${randomBytes(8).toString('hex')}` });
  return { pai, owner, actor, seated: !['anonymous', 'stranger', 'ex-member'].includes(kind), target, targetSeq: String(targetSeq), seq: String(seq), token, inviteId, wechatCode };
}
