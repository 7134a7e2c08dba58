import { mayDo } from '@shared/domain/role';
import { AppError } from '../errors';
import { now } from '../infra/clock';
import { changeCard, findCard, type MessageWithCard } from '../message';
import { accessPai, type Access } from '../pai';

/** What to change of the message, or nothing when the card is already as wanted. */
export type Change = Record<string, unknown> | undefined;

const TRIES = 8;
const PAUSE_MS = 40;

/** Load the card, decide, change it only if it is still as it was: of two at the same moment the second decides anew. */
export async function step(userId: string, paiId: string, seq: number, decide: (message: MessageWithCard, access: Access) => Change | Promise<Change>): Promise<MessageWithCard> {
  const access = await accessPai(userId, paiId);
  for (let tries = 0; tries < TRIES; tries++) {
    const message = await findCard(access, seq);
    if (!message) throw new AppError('card/not-found');
    const change = await decide(message, access);
    if (!change) return message;
    // Words that are being said right now are waited for, not cut off.
    const after = await changeCard(access.pai, seq, change, { rev: message.rev, $or: [{ 'card.heldUntil': { $exists: false } }, { 'card.heldUntil': { $lt: now() } }] });
    if (after) return after;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new AppError('service/unavailable');
}

/** What a card that has no effect (any more) does not have. */
export const AT_REST = { 'card.live': 1, 'card.dueAt': 1, 'card.nextAt': 1, 'card.heldUntil': 1 } as const;

/** About nobody but who asked. */
const isOwn = ({ act }: MessageWithCard['card']): boolean => act.act === 'checkinReminder' || act.act === 'checkinPause';

/** Those who asked for it, the owner and admins where it is not about the asker alone; everybody where nobody is named. Throws `card/not-yours`. */
export function requireDecider({ card }: MessageWithCard, { me }: Access): void {
  const named = card.mayConfirm.length === 0 || card.mayConfirm.includes(me.userId);
  if (!named && (isOwn(card) || !mayDo(me.role, 'recall-others'))) throw new AppError('card/not-yours');
}

/** Who confirmed it, the owner and admins as above. Throws `card/not-yours`. */
export function requireConfirmer({ card }: MessageWithCard, { me }: Access): void {
  if (card.by?.id !== me.userId && (isOwn(card) || !mayDo(me.role, 'recall-others'))) throw new AppError('card/not-yours');
}
