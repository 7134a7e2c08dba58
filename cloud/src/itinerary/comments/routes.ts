import { z } from 'zod';
import { Id } from '@shared/wire/base';
import { CommentsReply, NewCommentBody } from '@shared/wire/itinerary';
import { route, userOf, type Route } from '../../http/route';
import { addComment, readComments, removeComment } from './comments';

const OfItinerary = z.object({ paiId: Id, itineraryId: Id });
const COMMENTS = '/pais/:paiId/itineraries/:itineraryId/comments';

export const commentRoutes: Route[] = [
  route({ method: 'get', path: COMMENTS, summary: 'What was said about an itinerary and its stops, the oldest first', right: 'member', params: OfItinerary, reply: CommentsReply }, async (input) => ({
    comments: await readComments(userOf(input), input.params.paiId, input.params.itineraryId),
  })),
  route({ method: 'post', path: COMMENTS, summary: 'Comment: 201, or 200 when this clientMsgId was sent before', right: 'member', bucket: 'send', params: OfItinerary, body: NewCommentBody, reply: CommentsReply, status: 201 }, async (input) => {
    const { comments, repeat } = await addComment(userOf(input), input.params.paiId, input.params.itineraryId, input.body);
    if (repeat) input.status(200);
    return { comments };
  }),
  route({ method: 'delete', path: `${COMMENTS}/:commentId`, summary: "Take back a comment: one's own; the owner and admins any", right: 'member', params: OfItinerary.extend({ commentId: Id }), reply: CommentsReply }, async (input) => ({
    comments: await removeComment(userOf(input), input.params.paiId, input.params.itineraryId, input.params.commentId),
  })),
];
