import type { z } from 'zod';
import { LIMITS } from '@shared/domain/limits';
import { cleanText, graphemeCount } from '@shared/domain/text';
import type { Comment, NewCommentBody } from '@shared/wire/itinerary';
import { findUser } from '../../account';
import { AppError } from '../../errors';
import { now } from '../../infra/clock';
import { newId } from '../../infra/ids';
import { requireVoice } from '../../message';
import { requireHarmless } from '../../safety';
import { accessItinerary, isKeeper, type ItineraryAccess } from '../access';
import { tellChanged } from '../news';
import { namesOf } from '../present';
import { requireStop } from '../stops';
import { countComments, findComment, hasComment, insertComment, listComments, removeComments } from './store';

async function presented({ doc }: ItineraryAccess): Promise<Comment[]> {
  const comments = await listComments(doc._id);
  const names = await namesOf(comments.map(({ byId }) => byId));
  return comments.map(({ _id, byId, text, itemId, at }) => ({ id: _id, by: { id: byId, name: names.get(byId) ?? '', kind: 'user' }, text, ...(itemId ? { itemId } : {}), at: at.toISOString() }));
}

/** Throws `pai/…`, `itinerary/not-found`. */
export const readComments = async (userId: string, paiId: string, id: string): Promise<Comment[]> => presented(await accessItinerary(userId, paiId, id));

async function acceptText(text: string, userId: string): Promise<string> {
  const clean = cleanText(text).trim();
  if (clean === '') throw new AppError('itinerary/empty', { field: 'text' });
  if (graphemeCount(clean) > LIMITS.commentGraphemes) throw new AppError('comment/too-long', { field: 'text', params: { max: LIMITS.commentGraphemes } });
  await requireHarmless(clean, 'text', (await findUser(userId))?.wechat?.openid);
  return clean;
}

/**
 * Says something about an itinerary or one of its stops; once however often it is sent. Throws `pai/…`,
 * `itinerary/…`, `comment/…`, `member/muted`, `text/unsafe`.
 */
export async function addComment(userId: string, paiId: string, id: string, body: z.infer<typeof NewCommentBody>): Promise<{ comments: Comment[]; repeat: boolean }> {
  const access = await accessItinerary(userId, paiId, id);
  if (await hasComment(id, userId, body.clientMsgId)) return { comments: await presented(access), repeat: true };
  requireVoice(access);
  if (body.itemId !== undefined) requireStop(access.doc, body.itemId);
  if ((await countComments(id)) >= LIMITS.comments) throw new AppError('comment/too-many', { params: { max: LIMITS.comments } });
  const text = await acceptText(body.text, userId);
  await insertComment({ _id: newId(), itineraryId: id, paiId, clientMsgId: body.clientMsgId, byId: userId, text, ...(body.itemId === undefined ? {} : { itemId: body.itemId }), at: now() });
  tellChanged(access.pai, access.doc);
  return { comments: await presented(access), repeat: false };
}

/** Takes a comment back: one's own; the owner and admins any. Throws `comment/not-found`, `comment/not-yours` too. */
export async function removeComment(userId: string, paiId: string, id: string, commentId: string): Promise<Comment[]> {
  const access = await accessItinerary(userId, paiId, id);
  const comment = await findComment(id, commentId);
  if (!comment) throw new AppError('comment/not-found');
  if (comment.byId !== userId && !isKeeper(access)) throw new AppError('comment/not-yours');
  await removeComments({ _id: commentId });
  tellChanged(access.pai, access.doc);
  return presented(access);
}
