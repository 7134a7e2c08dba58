import { LIMITS } from '@shared/domain/limits';
import { mayDo } from '@shared/domain/role';
import { AppError } from '../errors';
import { removeFile } from '../file';
import { MINUTE, SECOND, dateAt, now, nowMs } from '../infra/clock';
import { accessPai, type Access } from '../pai';
import { messageTouched } from './hooks';
import type { MessageDoc } from './model';
import { noteMembership, publishChanged } from './publish';
import { joinParts } from './sendAsAi';
import { gramsOf } from './send';
import { changeMessage, findMessage, listCiting, listQuoting, listUnsettled } from './store';
import { requireSeen, whole } from './whole';

/** A message its reader may see and that still stands. Throws `message/not-found`. */
export async function accessMessage(access: Access, seq: number): Promise<MessageDoc> {
  const message = seq < access.me.fromSeq ? null : await findMessage(access.pai._id, seq);
  if (!message || message.recalledAt || message.kind === 'system') throw new AppError('message/not-found');
  requireSeen(message, access.me.userId);
  return message;
}

function requireRecallable(access: Access, message: MessageDoc, userId: string): void {
  if (mayDo(access.me.role, 'recall-others')) return;
  // Whoever asked the AI member may take its answer back.
  if (message.senderKind === 'ai' && message.askers?.includes(userId)) return;
  if (message.senderId !== userId) throw new AppError('message/not-yours');
  if (message.sentAt.getTime() < nowMs() - LIMITS.recallMinutes * MINUTE) throw new AppError('message/recall-late', { params: { minutes: LIMITS.recallMinutes } });
}

const GONE = { mentions: 1, file: 1, reactions: 1, replyTo: 1, parts: 1, sources: 1, grams: 1, heed: 1, pinnedAt: 1, editedAt: 1, card: 1, held: 1, askAgain: 1 } as const;

/** Takes the words out of quotes of a recalled message and the sentences resting on it out of the AI member's messages. */
export async function retract(paiId: string, seq: number): Promise<void> {
  const quoting = await listQuoting(paiId, seq);
  const blanked = quoting.map((message) => changeMessage(paiId, message.seq, { $set: { 'replyTo.text': '', 'replyTo.gone': true } }));
  const citing = await listCiting(paiId, seq);
  const shortened = citing.map((message) => {
    const parts = (message.parts ?? []).filter((part) => !part.cites.includes(seq));
    const sources = (message.sources ?? []).filter((source) => source.seq !== seq);
    const text = joinParts(parts);
    return changeMessage(paiId, message.seq, { $set: { parts, sources, text, grams: gramsOf(text, null), shortened: true } }, { recalledAt: { $exists: false } });
  });
  publishChanged(paiId, await Promise.all([...blanked, ...shortened]));
  await messageTouched.tell({ paiId, seq, recalled: true });
}

/** Empties a message for good: text, file, quotes of it, AI sentences that rest on it. Running it twice does no harm. */
export async function emptyMessage(paiId: string, seq: number, by: string): Promise<MessageDoc | null> {
  const before = await findMessage(paiId, seq);
  const after = await changeMessage(paiId, seq, { $set: { text: '', recalledAt: now(), recalledBy: by, unsettled: true }, $unset: GONE }, { recalledAt: { $exists: false } });
  if (!after) return null;
  publishChanged(paiId, [after]);
  const file = before && whole(before).file;
  if (file) await removeFile(file._id);
  await retract(paiId, seq);
  return after;
}

/** Recalls a message: one's own within 5 minutes, any with the right to. Throws `message/…`, `pai/…`. */
export async function recallMessage(userId: string, paiId: string, seq: number): Promise<MessageDoc> {
  const access = await accessPai(userId, paiId);
  noteMembership(paiId, access.pai.membership);
  const message = await accessMessage(access, seq);
  requireRecallable(access, message, userId);
  const after = await emptyMessage(paiId, seq, userId);
  if (!after) throw new AppError('message/not-found');
  return after;
}

/**
 * Goes over recent recalls once more: a quote that was being written while its original was recalled, or a node that
 * died half-way. Within 5 s nothing of a recalled text is left.
 */
export async function sweepRecalls(): Promise<void> {
  for (const message of await listUnsettled(dateAt(nowMs() - 2 * SECOND))) {
    await retract(message.paiId, message.seq);
    await changeMessage(message.paiId, message.seq, { $unset: { unsettled: 1 } });
  }
}
