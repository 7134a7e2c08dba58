import { LIMITS } from '@shared/domain/limits';
import { AppError } from '../errors';
import { MINUTE, now, nowMs } from '../infra/clock';
import { accessPai } from '../pai';
import type { PaiAct } from '@shared/domain/role';
import type { Access } from '../pai';
import { messageTouched } from './hooks';
import type { MessageDoc } from './model';
import { noteMembership, publishChanged } from './publish';
import { accessMessage } from './recall';
import { guardEdit } from './guard';
import { acceptMentions, acceptText, gramsOf, requireVoice, senderOf } from './send';
import { changeMessage, listPinned } from './store';

async function open(userId: string, paiId: string, seq: number, act?: PaiAct): Promise<{ access: Access; message: MessageDoc }> {
  const access = await accessPai(userId, paiId, act);
  noteMembership(paiId, access.pai.membership);
  return { access, message: await accessMessage(access, seq) };
}

async function apply(message: MessageDoc, change: Record<string, unknown>, condition: Record<string, unknown> = {}): Promise<MessageDoc | null> {
  const after = await changeMessage(message.paiId, message.seq, change, { recalledAt: { $exists: false }, ...condition });
  publishChanged(message.paiId, [after]);
  return after;
}

/** Rewrites one's own text message within 15 minutes; it is marked. It calls nobody anew, the AI member neither. */
export async function editMessage(userId: string, paiId: string, seq: number, body: { text: string; mentions?: readonly string[] | undefined }): Promise<MessageDoc> {
  const { access, message } = await open(userId, paiId, seq);
  if (message.senderId !== userId) throw new AppError('message/not-yours');
  // Rewriting is speaking: a mute must hold for it.
  requireVoice(access);
  if (message.held) throw new AppError('message/held');
  if (message.kind !== 'text' || message.card) throw new AppError('message/not-text');
  if (message.sentAt.getTime() < nowMs() - LIMITS.editMinutes * MINUTE) throw new AppError('message/edit-late', { params: { minutes: LIMITS.editMinutes } });
  const text = acceptText(body.text);
  if (text.trim() === '') throw new AppError('message/empty', { field: 'text' });
  await guardEdit(text, await senderOf(userId));
  const mentions = acceptMentions(access, body.mentions);
  const change = { text, mentions, grams: gramsOf(text, null), editedAt: now() };
  const after = await apply(message, mentions.length > 0 ? { $set: change } : { $set: { ...change, mentions: undefined }, $unset: { mentions: 1 } });
  if (!after) throw new AppError('message/not-found');
  await messageTouched.tell({ paiId, seq, recalled: false });
  return after;
}

/** Adds one's reaction; doing it twice changes nothing. */
export async function react(userId: string, paiId: string, seq: number, emoji: string): Promise<MessageDoc> {
  const { message } = await open(userId, paiId, seq);
  const existing = message.reactions?.find((reaction) => reaction.emoji === emoji);
  if (existing?.userIds.includes(userId)) return message;
  const joined = await apply(message, { $addToSet: { 'reactions.$.userIds': userId } }, { 'reactions.emoji': emoji });
  if (joined) return joined;
  const kinds = LIMITS.reactionsPerMessage - 1;
  const first = await apply(message, { $push: { reactions: { emoji, userIds: [userId] } } }, { 'reactions.emoji': { $ne: emoji }, [`reactions.${kinds}`]: { $exists: false } });
  if (first) return first;
  // Somebody added the same emoji in between, or there are too many kinds.
  const again = await apply(message, { $addToSet: { 'reactions.$.userIds': userId } }, { 'reactions.emoji': emoji });
  if (again) return again;
  throw new AppError('message/reaction-limit');
}

/** Takes one's reaction back. */
export async function unreact(userId: string, paiId: string, seq: number, emoji: string): Promise<MessageDoc> {
  const { message } = await open(userId, paiId, seq);
  const taken = await apply(message, { $pull: { 'reactions.$.userIds': userId } }, { reactions: { $elemMatch: { emoji, userIds: userId } } });
  if (!taken) return message;
  const empty = taken.reactions?.some((reaction) => reaction.userIds.length === 0);
  return (empty ? await apply(message, { $pull: { reactions: { userIds: { $size: 0 } } } }) : taken) ?? taken;
}

/** Pins or unpins a message for everybody; the owner and admins may. */
export async function pin(userId: string, paiId: string, seq: number, pinned: boolean): Promise<MessageDoc> {
  const { message } = await open(userId, paiId, seq, 'pin');
  if (pinned === Boolean(message.pinnedAt)) return message;
  if (pinned && (await listPinned(paiId, LIMITS.pins)).length >= LIMITS.pins) throw new AppError('message/pin-limit', { params: { max: LIMITS.pins } });
  const after = await apply(message, pinned ? { $set: { pinnedAt: now() } } : { $unset: { pinnedAt: 1 } });
  return after ?? message;
}
