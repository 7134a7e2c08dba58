import { z } from 'zod';
import { Id } from '@shared/wire/base';
import type { Locale } from '@shared/wire/errors';
import * as wire from '@shared/wire/itinerary';
import { route, userOf, type Route } from '../../http/route';
import { accessItinerary } from '../access';
import { presentBoard, presentWishOf } from '../present';
import { addWish, correctWish, heartWish, removeWish, restoreWish, type WishAccess } from './hand';

const One = z.object({ paiId: Id, itineraryId: Id });
const OneWish = One.extend({ wishId: Id });
const WISHES = '/pais/:paiId/itineraries/:itineraryId/wishes';
const WISH = `${WISHES}/:wishId`;

const presented = async (access: WishAccess, locale: Locale): Promise<z.input<typeof wire.WishReply>> => ({ wish: await presentWishOf({ ...access, locale }, access.doc, access.wish) });

export const boardRoutes: Route[] = [
  route({ method: 'get', path: WISHES, summary: 'The wish board: what stands first, what was taken back at the end', right: 'member', params: One, reply: wire.WishList }, async (input) => {
    const access = await accessItinerary(userOf(input), input.params.paiId, input.params.itineraryId);
    return presentBoard({ ...access, locale: input.locale }, access.doc);
  }),
  route({ method: 'post', path: WISHES, summary: 'Write a wish: 201, or 200 when this clientMsgId was sent before', right: 'member', params: One, body: wire.NewWishBody, reply: wire.WishReply, status: 201 }, async (input) => {
    const access = await addWish(userOf(input), input.params.paiId, input.params.itineraryId, input.body);
    if (access.repeat) input.status(200);
    return presented(access, input.locale);
  }),
  route({ method: 'patch', path: WISH, summary: 'Put a wish of one’s own right', right: 'member', params: OneWish, body: wire.WishBody, reply: wire.WishReply }, async (input) =>
    presented(await correctWish(userOf(input), input.params.paiId, input.params.itineraryId, input.params.wishId, input.body), input.locale),
  ),
  route({ method: 'delete', path: WISH, summary: 'Take a wish off the board: one’s own; the owner and admins anybody’s', right: 'member', params: OneWish, reply: wire.WishReply }, async (input) =>
    presented(await removeWish(userOf(input), input.params.paiId, input.params.itineraryId, input.params.wishId), input.locale),
  ),
  route({ method: 'post', path: `${WISH}/restore`, summary: 'Take the removal of a wish back', right: 'member', params: OneWish, reply: wire.WishReply }, async (input) =>
    presented(await restoreWish(userOf(input), input.params.paiId, input.params.itineraryId, input.params.wishId), input.locale),
  ),
  route({ method: 'put', path: `${WISH}/heart`, summary: 'Wish the same, or no more', right: 'member', params: OneWish, body: wire.HeartBody, reply: wire.WishReply }, async (input) =>
    presented(await heartWish(userOf(input), input.params.paiId, input.params.itineraryId, input.params.wishId, input.body.on), input.locale),
  ),
];
