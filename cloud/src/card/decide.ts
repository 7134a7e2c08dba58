import { LIMITS } from '@shared/domain/limits';
import type { Act } from '@shared/wire/card';
import { confirmChallenge, confirmOwnReminder, confirmPause } from '../checkin';
import { AppError } from '../errors';
import { now, nowMs } from '../infra/clock';
import { confirmEdit, confirmTrip } from '../itinerary';
import { requireVoice, wordsOfAct, type MessageWithCard } from '../message';
import { requireHarmless } from '../safety';
import { acceptAct, ahead } from './accept';
import { memoryPort } from './memoryPort';
import { confirmation, nameOf } from './open';
import { rowsOf } from './rows';
import { undoElsewhere } from './undoElsewhere';
import { AT_REST, requireConfirmer, requireDecider, step } from './step';

const isOpen = ({ card }: MessageWithCard): boolean => card.state === 'open' && card.expiresAt > now();

function requireOpen(message: MessageWithCard): void {
  if (!isOpen(message)) throw new AppError('card/settled');
}

const fields = (change: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(change).map(([key, value]) => [`card.${key}`, value]));

/**
 * Does what the card says, once however many confirm it at the same time. Throws `card/not-yours`, `card/settled` when
 * it was dismissed, undone or has expired, `card/time-past`.
 */
export async function confirmCard(userId: string, paiId: string, seq: number): Promise<MessageWithCard> {
  const by = await nameOf(userId);
  let kept: MessageWithCard | undefined;
  const confirm = step(userId, paiId, seq, async (message, access) => {
    requireDecider(message, access);
    const { card } = message;
    if (card.state === 'confirmed') return undefined;
    requireOpen(message);
    const act = await keep(userId, paiId, message);
    kept = message;
    const done = confirmation(act, by);
    return { $set: fields(done), ...(done.dueAt ? {} : { $unset: { 'card.dueAt': 1, ...(done.live ? {} : { 'card.live': 1 }) } }) };
  });
  return confirm.catch(async (error: unknown) => {
    // dismissed meanwhile
    if (kept && error instanceof AppError && error.code === 'card/settled') await unkeep(kept);
    throw error;
  });
}

/** Does what a card says where that is done elsewhere. Before the card says so: a worker that dies in between leaves something nobody confirmed, never a promise nobody keeps. */
async function keep(userId: string, paiId: string, { card: { id, act } }: MessageWithCard): Promise<Act> {
  if (act.act === 'reminder') return { act: 'reminder', reminder: ahead(act.reminder) };
  if (act.act === 'memory') await memoryPort().keep(userId, paiId, { ...act.fact, key: id });
  if (act.act === 'itinerary') await confirmTrip(userId, paiId, id, act.itinerary);
  if (act.act === 'itineraryEdit') await confirmEdit(userId, paiId, id, act.change);
  if (act.act === 'checkinReminder') await confirmOwnReminder(userId, paiId, id, act.reminder);
  if (act.act === 'checkinPause') return { act: 'checkinPause', pause: await confirmPause(userId, paiId, id, act.pause) };
  return act.act === 'challenge' ? { act: 'challenge', challenge: await confirmChallenge(userId, paiId, id, act.challenge) } : act;
}

/** Ends a card nobody wants. Throws `card/not-yours`, `card/settled`. */
export async function dismissCard(userId: string, paiId: string, seq: number): Promise<MessageWithCard> {
  const after = await step(userId, paiId, seq, (message, access) => {
    requireDecider(message, access);
    if (message.card.state === 'dismissed') return undefined;
    requireOpen(message);
    return { $set: { 'card.state': 'dismissed' }, $unset: AT_REST };
  });
  await unkeep(after);
  return after;
}

async function unkeep(message: MessageWithCard): Promise<void> {
  const { paiId, card } = message;
  if (card.act.act === 'memory') await memoryPort().forget(paiId, card.id);
  await undoElsewhere(message);
}

/** Takes back what was confirmed within the last 5 minutes. Throws `card/not-yours`, `card/undo-late`, `card/settled`. */
export async function undoCard(userId: string, paiId: string, seq: number): Promise<MessageWithCard> {
  const after = await step(userId, paiId, seq, async (message, access) => {
    const { card } = message;
    if (card.state === 'open') throw new AppError('card/settled');
    requireConfirmer(message, access);
    if (card.state === 'undone') return undefined;
    if (card.state !== 'confirmed') throw new AppError('card/settled');
    if (!card.undoUntil || card.undoUntil.getTime() < nowMs()) throw new AppError('card/undo-late', { params: { minutes: LIMITS.undoMinutes } });
    // first, since it may be refused
    await undoElsewhere(message);
    return { $set: { 'card.state': 'undone' }, $unset: AT_REST };
  });
  await unkeep(after);
  return after;
}

/** Changes what an open card would do; its kind stays. Throws `card/…`, `member/…`. */
export const editCard = (userId: string, paiId: string, seq: number, wanted: Act): Promise<MessageWithCard> =>
  step(userId, paiId, seq, async (message, access) => {
    requireDecider(message, access);
    requireVoice(access);
    requireOpen(message);
    if (wanted.act !== message.card.act.act) throw new AppError('card/kind', { field: 'act' });
    const act = acceptAct(access.pai, wanted);
    await requireHarmless(wordsOfAct(act), 'act');
    return { $set: { 'card.act': act, 'card.rows': await rowsOf(act, message.card.rows) } };
  });
