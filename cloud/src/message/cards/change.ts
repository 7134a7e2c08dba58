import type { Access, PaiDoc } from '../../pai';
import type { MessageDoc } from '../model';
import { noteMembership, publishChanged } from '../publish';
import { accessMessage } from '../recall';
import { changeMessage } from '../store';

export type MessageWithCard = MessageDoc & Required<Pick<MessageDoc, 'card'>>;
export const hasCard = (message: MessageDoc | null): message is MessageWithCard => message?.card !== undefined;

/**
 * Changes a card under a condition, as one atomic change of its message that everybody is told of; null when the
 * condition does not hold (any more) or the message was recalled.
 */
export async function changeCard(pai: PaiDoc, seq: number, change: Record<string, unknown>, condition: Record<string, unknown>): Promise<MessageWithCard | null> {
  noteMembership(pai._id, pai.membership);
  const after = await changeMessage(pai._id, seq, change, { recalledAt: { $exists: false }, ...condition });
  publishChanged(pai._id, [after]);
  return hasCard(after) ? after : null;
}

/** A message its reader may see, with its card; undefined where it has none. Throws `message/not-found`. */
export async function findCard(access: Access, seq: number): Promise<MessageWithCard | undefined> {
  const message = await accessMessage(access, seq);
  return hasCard(message) ? message : undefined;
}
