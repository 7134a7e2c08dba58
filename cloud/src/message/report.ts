import type { ReportBody } from '@shared/wire/message';
import { cleanText } from '@shared/domain/text';
import { now } from '../infra/clock';
import { newId } from '../infra/ids';
import { accessPai } from '../pai';
import { accessMessage } from './recall';
import { queueReview } from '../safety';
import { upsertReport } from './store';
import { whole } from './whole';

/** Reports a message to the operators, with its words as they are now: recalling it later does not destroy the evidence. */
export async function reportMessage(userId: string, paiId: string, seq: number, { reason, note = '' }: ReportBody): Promise<void> {
  const message = await accessMessage(await accessPai(userId, paiId), seq);
  const { text, senderId, senderName, senderKind, kind, file } = whole(message);
  await upsertReport({ _id: newId(), paiId, seq, by: userId, reason, note: cleanText(note), text, senderId, at: now() });
  if (senderKind === 'system') return;
  await queueReview({ paiId, seq, senderId, senderName, senderKind, kind, text, concern: reason, by: 'report', score: 0, withheld: message.held !== undefined, ...(file ? { fileId: file._id } : {}) });
}
