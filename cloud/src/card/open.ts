import { LIMITS } from '@shared/domain/limits';
import type { Act, CardRow, NewCardBody } from '@shared/wire/card';
import { findUser } from '../account';
import { AppError } from '../errors';
import { HOUR, MINUTE, dateAt, nowMs } from '../infra/clock';
import { newId } from '../infra/ids';
import { TooLateError, findByClientMsgId, sendMessage, wordsOfAct, type CardDoc, type MessageDoc } from '../message';
import { accessPai } from '../pai';
import { acceptAct, timed } from './accept';
import { ENTERS_WITHIN, claimRoom, releaseRoom } from './room';
import { rowsOf } from './rows';

/** A draft by an AI member. */
export interface Drawn {
  act: Act;
  rows: CardRow[];
  mayConfirm: string[];
}

/** A card that waits for a member to confirm it: nothing has happened [A4]. */
export function openCard({ act, rows, mayConfirm }: Drawn, id = newId()): CardDoc {
  const expiresAt = dateAt(nowMs() + LIMITS.cardHours * HOUR);
  const kept: Act = act.act === 'reminder' ? { act: 'reminder', reminder: timed(act.reminder) } : act;
  return { id, act: kept, rows, state: 'open', mayConfirm: [...new Set(mayConfirm)], expiresAt, live: true, dueAt: expiresAt };
}

/** What of a card is different once somebody has confirmed it. */
export function confirmation(act: Act, by: { id: string; name: string }): Pick<CardDoc, 'act' | 'state' | 'by' | 'undoUntil' | 'live' | 'dueAt' | 'nextAt' | 'ballots'> {
  const done = { act, state: 'confirmed' as const, by, undoUntil: dateAt(nowMs() + LIMITS.undoMinutes * MINUTE) };
  if (act.act !== 'poll' && act.act !== 'reminder') return done;
  if (act.act === 'poll') return { ...done, live: true, ballots: {}, ...(act.poll.closesAt ? { dueAt: dateAt(Date.parse(act.poll.closesAt)) } : {}) };
  const nextAt = dateAt(Date.parse(act.reminder.at));
  return { ...done, live: true, nextAt, dueAt: nextAt };
}

export async function nameOf(userId: string): Promise<{ id: string; name: string }> {
  return { id: userId, name: (await findUser(userId))?.nickname ?? '' };
}

/** Sends a card there is room for. */
async function enter(userId: string, paiId: string, card: CardDoc, message: { clientMsgId: string; text: string }): Promise<{ doc: MessageDoc; repeat: boolean }> {
  const notAfter = nowMs() + ENTERS_WITHIN;
  if (!(await claimRoom(paiId, [card.id]))) {
    const doc = await findByClientMsgId(paiId, userId, message.clientMsgId);
    if (!doc) throw new AppError('card/too-many', { params: { max: LIMITS.cardsOpen } });
    return { doc, repeat: true };
  }
  const release = (): Promise<void> => releaseRoom(paiId, [card.id]);
  try {
    const sent = await sendMessage(userId, paiId, { ...message, card, notAfter });
    await release();
    return sent;
  } catch (error) {
    const refused = error instanceof TooLateError ? new AppError('service/unavailable', { cause: error }) : error;
    // where the store was away it may be in the log all the same
    if (refused !== error || (error instanceof AppError && error.code !== 'service/unavailable')) await release();
    throw refused;
  }
}

/** A poll or a reminder a member makes by hand: their message, with a card that is confirmed already. Throws `card/…`, `pai/…`, `message/…`. */
export async function makeCard(userId: string, paiId: string, { clientMsgId, act, seq }: NewCardBody): Promise<{ doc: MessageDoc; repeat: boolean }> {
  const { pai } = await accessPai(userId, paiId);
  if (act.act !== 'poll' && act.act !== 'reminder') throw new AppError('card/kind', { field: 'act' });
  const kept = acceptAct(pai, act as Act);
  const card: CardDoc = { id: newId(), rows: await rowsOf(kept, [], seq), mayConfirm: [userId], expiresAt: dateAt(nowMs() + LIMITS.cardHours * HOUR), ...confirmation(kept, await nameOf(userId)) };
  const text = kept.act === 'poll' ? kept.poll.question : wordsOfAct(kept);
  return enter(userId, paiId, card, { clientMsgId, text });
}
