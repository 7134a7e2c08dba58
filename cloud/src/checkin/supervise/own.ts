import { LIMITS } from '@shared/domain/limits';
import type { CheckinPauseContent, CheckinReminderContent } from '@shared/wire/card';
import { AppError } from '../../errors';
import { MINUTE, nowMs } from '../../infra/clock';
import { accessJoined } from '../access';
import { openBook, zoneAt } from '../book';
import { pause, resume } from '../entries';
import { findEntryOnce } from '../store';
import { setReminder } from './settings';
import { findReminders } from './store';

type Own = Pick<CheckinPauseContent, 'memberId' | 'challenges'>;

/** A moment longer than a card may be undone: it is asked before that is over. */
const UNDO = (LIMITS.undoMinutes + 1) * MINUTE;

/** What is one's own is confirmed by oneself. Throws `card/not-yours`. */
function requireSelf(userId: string, { memberId }: Own): void {
  if (userId !== memberId) throw new AppError('card/not-yours');
}

/** Sets a reminder where somebody's clock is known to be. */
async function remindAt(userId: string, paiId: string, challengeId: string, at: string | null, cardId?: string): Promise<void> {
  const { doc } = await accessJoined(userId, paiId, challengeId);
  const sheet = (await openBook(doc)).sheet(userId);
  await setReminder(userId, paiId, challengeId, { at, zone: sheet ? zoneAt(sheet, nowMs()) : doc.zone }, cardId);
}

/** Sets what a card says. Throws `card/not-yours`, `challenge/not-member`. */
export async function confirmOwnReminder(userId: string, paiId: string, cardId: string, content: CheckinReminderContent): Promise<void> {
  requireSelf(userId, content);
  for (const { id } of content.challenges) await remindAt(userId, paiId, id, content.at, cardId);
}

/** Brings back what there was before a card, where nobody has set it anew since. */
export async function undoOwnReminder(paiId: string, cardId: string, { memberId, challenges }: CheckinReminderContent): Promise<void> {
  const items = (await findReminders(memberId))?.items ?? [];
  for (const { challengeId, undo } of items) {
    if (undo?.cardId === cardId && challenges.some(({ id }) => id === challengeId)) await unlessGone(remindAt(memberId, paiId, challengeId, undo.at));
  }
}

/** What cannot be undone any more is left as it is: somebody left, a challenge ended. */
async function unlessGone(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code === 'service/unavailable') throw error;
  });
}

/** [C7] Lets somebody rest from today on, in all the challenges a card names. Of several one may refuse; the first refusal is thrown where all do. Throws `card/not-yours`, `challenge/…`. */
export async function confirmPause(userId: string, paiId: string, cardId: string, content: CheckinPauseContent): Promise<CheckinPauseContent> {
  requireSelf(userId, content);
  const { until, challenges } = content;
  const told = await Promise.allSettled(challenges.map(({ id }) => pause(userId, paiId, id, { clientMsgId: `card:${cardId}`, until })));
  const written = told.flatMap((one, i) => (one.status === 'fulfilled' ? [{ challenge: challenges[i] as (typeof challenges)[number], entry: one.value.entry }] : []));
  const refused = told.find((one): one is PromiseRejectedResult => one.status === 'rejected' && (written.length === 0 || !(one.reason instanceof AppError) || one.reason.code === 'service/unavailable'));
  if (refused) throw refused.reason as Error;
  return { ...content, challenges: written.map(({ challenge }) => challenge), from: written[0]?.entry.day ?? content.from };
}

/** Ends what a card has begun as if it had never been, while it may be undone. A day off that was not over is one to check in on again. */
export async function undoPause(paiId: string, cardId: string, { memberId, challenges }: CheckinPauseContent): Promise<void> {
  for (const { id } of challenges) {
    const entry = await findEntryOnce(id, memberId, `card:${cardId}`);
    if (entry && nowMs() - entry.at.getTime() <= UNDO) await unlessGone(resume(memberId, paiId, id, `undo:${cardId}`));
  }
}
