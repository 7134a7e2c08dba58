import { LIMITS } from '@shared/domain/limits';
import type { Act, CardRow, NewCardBody } from '@shared/wire/card';
import { findUser } from '../account';
import { AppError } from '../errors';
import { HOUR, MINUTE, dateAt, nowMs } from '../infra/clock';
import { newId } from '../infra/ids';
import { countLiveCards, sendMessage, type CardDoc, type MessageDoc } from '../message';
import { accessPai } from '../pai';
import { acceptAct, timed } from './accept';
import { rowsOf } from './rows';

/** A draft by an AI member. */
export interface Drawn {
  act: Act;
  rows: CardRow[];
  mayConfirm: string[];
}

/** Whether a pai may have one more card that waits or runs. */
export const hasRoom = async (paiId: string): Promise<boolean> => (await countLiveCards(paiId)) < LIMITS.cardsOpen;

/** A card that waits for a member to confirm it: nothing has happened [A4]. */
export function openCard({ act, rows, mayConfirm }: Drawn): CardDoc {
  const expiresAt = dateAt(nowMs() + LIMITS.cardHours * HOUR);
  const kept: Act = act.act === 'reminder' ? { act: 'reminder', reminder: timed(act.reminder) } : act;
  return { id: newId(), act: kept, rows, state: 'open', mayConfirm: [...new Set(mayConfirm)], expiresAt, live: true, dueAt: expiresAt };
}

/** What of a card is different once somebody has confirmed it. */
export function confirmation(act: Act, by: { id: string; name: string }): Pick<CardDoc, 'act' | 'state' | 'by' | 'undoUntil' | 'live' | 'dueAt' | 'nextAt' | 'ballots'> {
  const done = { act, state: 'confirmed' as const, by, undoUntil: dateAt(nowMs() + LIMITS.undoMinutes * MINUTE) };
  if (act.act === 'memory') return done;
  if (act.act === 'poll') return { ...done, live: true, ballots: {}, ...(act.poll.closesAt ? { dueAt: dateAt(Date.parse(act.poll.closesAt)) } : {}) };
  const nextAt = dateAt(Date.parse(act.reminder.at));
  return { ...done, live: true, nextAt, dueAt: nextAt };
}

export async function nameOf(userId: string): Promise<{ id: string; name: string }> {
  return { id: userId, name: (await findUser(userId))?.nickname ?? '' };
}

/** A poll or a reminder a member makes by hand: their message, with a card that is confirmed already. Throws `card/…`, `pai/…`, `message/…`. */
export async function makeCard(userId: string, paiId: string, { clientMsgId, act, seq }: NewCardBody): Promise<{ doc: MessageDoc; repeat: boolean }> {
  const { pai } = await accessPai(userId, paiId);
  if (act.act === 'memory') throw new AppError('card/kind', { field: 'act' });
  const kept = acceptAct(pai, act as Act);
  if (!(await hasRoom(paiId))) throw new AppError('card/too-many', { params: { max: LIMITS.cardsOpen } });
  const card: CardDoc = { id: newId(), rows: await rowsOf(kept, [], seq), mayConfirm: [userId], expiresAt: dateAt(nowMs() + LIMITS.cardHours * HOUR), ...confirmation(kept, await nameOf(userId)) };
  const text = kept.act === 'poll' ? kept.poll.question : kept.act === 'reminder' ? kept.reminder.text : kept.fact.text;
  return sendMessage(userId, paiId, { clientMsgId, text, card });
}
