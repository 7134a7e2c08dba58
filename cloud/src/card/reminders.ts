import { AppError } from '../errors';
import { hasCard, listLiveCards, type MessageWithCard } from '../message';
import { accessPai } from '../pai';
import { AT_REST, requireDecider, step } from './step';

const isRunning = ({ card }: MessageWithCard): boolean => card.act.act === 'reminder' && card.state === 'confirmed' && card.nextAt !== undefined;

/** The reminders of a pai that will still speak, the next one first; those a member may see. Throws `pai/…`. */
export async function listReminders(userId: string, paiId: string): Promise<MessageWithCard[]> {
  const { me } = await accessPai(userId, paiId);
  const running = (await listLiveCards(paiId)).filter(hasCard).filter((message) => message.seq >= me.fromSeq && isRunning(message));
  return running.sort((a, b) => (a.card.nextAt?.getTime() ?? 0) - (b.card.nextAt?.getTime() ?? 0));
}

/** Ends a reminder, however long ago it was confirmed. Throws `card/not-found`, `card/not-yours`. */
export async function cancelReminder(userId: string, paiId: string, cardId: string): Promise<MessageWithCard> {
  const found = (await listReminders(userId, paiId)).find(({ card }) => card.id === cardId);
  if (!found) throw new AppError('card/not-found');
  return step(userId, paiId, found.seq, (message, access) => {
    if (message.card.by?.id !== userId) requireDecider(message, access);
    return isRunning(message) ? { $set: { 'card.state': 'undone' }, $unset: AT_REST } : undefined;
  });
}
