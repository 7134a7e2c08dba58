import { now } from '../infra/clock';
import { AppError } from '../errors';
import { newId } from '../infra/ids';
import { Hook } from '../infra/hooks';
import type { ReviewDoc } from './model';
import { closeReview, findReview, upsertReview } from './store';

/** An operator has decided about a message; who holds it must act. */
export const reviewDecided = new Hook<{ paiId: string; seq: number; decision: 'allowed' | 'removed' }>();

/** Asks people to look at a message. */
export const queueReview = (review: Omit<ReviewDoc, '_id' | 'at' | 'state'>): Promise<void> => upsertReview({ ...review, _id: newId(), at: now() });

/**
 * Decides a review: the message is shown to all, or taken away. Throws `review/not-found` when there is none, or it was
 * decided before. The deed comes first, so that a service that dies in between leaves the review open.
 */
export async function decideReview(id: string, decision: 'allowed' | 'removed', note: string): Promise<ReviewDoc> {
  const review = await findReview(id);
  if (!review || review.state !== 'open') throw new AppError('review/not-found');
  await reviewDecided.tell({ paiId: review.paiId, seq: review.seq, decision });
  return (await closeReview(id, decision, now(), note)) ?? review;
}
