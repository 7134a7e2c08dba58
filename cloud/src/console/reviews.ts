import type { AuditEntry, DecideReply, Review, ReviewReply, ReviewsReply } from '@shared/wire/console';
import { AppError } from '../errors';
import { presentFile } from '../file';
import { now } from '../infra/clock';
import { newId } from '../infra/ids';
import { listAround, type MessageDoc } from '../message';
import { findPai, listPaisById, presentPicture, type PaiDoc } from '../pai';
import { countOpenReviews, countReviewsOf, decideReview, findReview, listReviews, type ReviewDoc } from '../safety';
import { insertAudit, listAuditDocs } from './store';

/** Messages shown before and after the one in question. */
const REACH = 4;
const AUDIT_PAGE = 200;

const presentReview = (review: ReviewDoc, paiName: string): Review => ({
  id: review._id,
  paiId: review.paiId,
  paiName,
  seq: review.seq,
  sender: { id: review.senderId, name: review.senderName, kind: review.senderKind },
  kind: review.kind,
  concern: review.concern,
  by: review.by,
  score: review.score,
  text: review.text,
  withheld: review.withheld,
  at: review.at.toISOString(),
  state: review.state,
  ...(review.decidedAt ? { decidedAt: review.decidedAt.toISOString() } : {}),
  ...(review.note ? { note: review.note } : {}),
});

/** What waits, or what was decided. */
export async function readReviews(open: boolean, limit: number): Promise<ReviewsReply> {
  const reviews = await listReviews(open, limit);
  const pais = new Map((await listPaisById([...new Set(reviews.map(({ paiId }) => paiId))])).map((pai) => [pai._id, pai.name]));
  return { reviews: reviews.map((review) => presentReview(review, pais.get(review.paiId) ?? '')), open: await countOpenReviews() };
}

function presentAround(message: MessageDoc, pai: PaiDoc | null): ReviewReply['around'][number] {
  const role = pai?.assistants.find(({ id }) => id === message.senderId);
  return {
    seq: message.seq,
    name: message.senderName,
    ai: message.senderKind === 'ai',
    ...(role ? { face: { emoji: role.emoji, ...presentPicture(role) } } : {}),
    text: message.text,
    at: message.sentAt.toISOString(),
    recalled: message.recalledAt !== undefined,
    ...(message.file ? { file: presentFile({ ...message.file, ownerId: message.senderId, createdAt: message.sentAt }) } : {}),
  };
}

/** One review with what stands around it. Throws `review/not-found`. */
export async function readReview(id: string): Promise<ReviewReply> {
  const review = await findReview(id);
  if (!review) throw new AppError('review/not-found');
  const { paiId, seq, senderId } = review;
  const [pai, around, open, allowed, removed] = await Promise.all([findPai(paiId), listAround(paiId, seq, REACH), countReviewsOf(senderId, 'open'), countReviewsOf(senderId, 'allowed'), countReviewsOf(senderId, 'removed')]);
  return {
    review: presentReview(review, pai?.name ?? ''),
    around: around.filter(({ kind }) => kind !== 'system').map((message) => presentAround(message, pai)),
    members: pai?.memberCount ?? 0,
    sender: { open, allowed, removed },
  };
}

/** Decides a review; what is done is written down first. Throws `review/not-found`. */
export async function decide(id: string, action: 'allow' | 'remove', note: string): Promise<DecideReply> {
  const open = await findReview(id);
  if (open?.state !== 'open') throw new AppError('review/not-found');
  const { paiId, seq, concern } = open;
  await insertAudit({ _id: newId(), at: now(), act: `review.${action}`, reviewId: id, paiId, seq, concern, note });
  const review = await decideReview(id, action === 'allow' ? 'allowed' : 'removed', note);
  return { review: presentReview(review, (await findPai(paiId))?.name ?? ''), open: await countOpenReviews() };
}

/** What operators did, latest first. */
export async function listAudit(): Promise<AuditEntry[]> {
  return (await listAuditDocs(AUDIT_PAGE)).map(({ _id, at, act, reviewId, paiId, seq, concern, note }) => ({ id: _id, at: at.toISOString(), act, reviewId, paiId, seq, concern, note }));
}
