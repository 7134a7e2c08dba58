import type { ServerEvent } from '@shared/wire/event';
import { eventLine, publishBatch, publishUser } from '../realtime';
import { forgetCopy, memberOf } from './access';
import { facesOf, presentMember } from './present';
import { listPaisOf } from './store';
import type { PaiDoc } from './model';

/** Tells everybody in a pai, on all nodes, and makes gateways look at the membership again when it has changed. */
export function tellPai(pai: PaiDoc, ...events: ServerEvent[]): void {
  forgetCopy(pai._id);
  publishBatch(pai._id, { membership: pai.membership, lines: events.map(eventLine) });
}

/** Something about the pai itself changed: name, rules, requests. */
export const tellChanged = (pai: PaiDoc): void => tellPai(pai, { type: 'pai.changed', paiId: pai._id });

export const tellJoined = (paiId: string, userId: string): void => publishUser(userId, { type: 'pai.joined', paiId });

export const tellLeft = (paiId: string, userId: string, reason: 'left' | 'removed' | 'dissolved'): void => publishUser(userId, { type: 'pai.left', paiId, reason });

/** A person looks different now: members of all their pais see it. */
export async function tellFace(userId: string): Promise<void> {
  const face = (await facesOf([userId])).get(userId);
  for (const pai of await listPaisOf(userId)) {
    const member = memberOf(pai, userId);
    if (member && !pai.dissolveAt) tellPai(pai, { type: 'member.changed', paiId: pai._id, member: presentMember(member, face) });
  }
}
