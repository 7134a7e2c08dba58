import { z } from 'zod';
import { Id, OK, Ok } from '@shared/wire/base';
import * as wire from '@shared/wire/itinerary';
import type { Locale } from '@shared/wire/errors';
import { route, userOf, type Route } from '../http/route';
import { accessItinerary, type ItineraryAccess } from './access';
import { boardRoutes } from './board/routes';
import { commentRoutes } from './comments/routes';
import { changeFrame, createItinerary, deleteItinerary } from './create';
import { expenseRoutes } from './expenses/routes';
import { exportRoutes } from './export/routes';
import { listBriefs } from './list';
import { packingRoutes } from './packing/routes';
import { placeRoutes } from './places/routes';
import { planRoutes } from './planning/routes';
import { presentItinerary } from './present';
import { weatherRoutes } from './weather/routes';

const InPai = z.object({ paiId: Id });
const One = z.object({ paiId: Id, itineraryId: Id });
const ONE = '/pais/:paiId/itineraries/:itineraryId';

const presented = async (access: ItineraryAccess, locale: Locale): Promise<z.input<typeof wire.ItineraryReply>> => ({ itinerary: await presentItinerary({ ...access, locale }, access.doc) });

export const itineraryRoutes: Route[] = [
  route({ method: 'get', path: '/pais/:paiId/itineraries', summary: 'Itineraries of a pai, the one last touched first', right: 'member', params: InPai, reply: wire.ItineraryList }, async (input) => ({
    itineraries: await listBriefs(userOf(input), input.params.paiId),
  })),
  route({ method: 'post', path: '/pais/:paiId/itineraries', summary: 'Begin an itinerary: 201, or 200 when this clientMsgId was sent before', right: 'member', params: InPai, body: wire.NewItineraryBody, reply: wire.ItineraryReply, status: 201 }, async (input) => {
    const access = await createItinerary(userOf(input), input.params.paiId, input.body);
    if (access.repeat) input.status(200);
    return presented(access, input.locale);
  }),
  route({ method: 'get', path: ONE, summary: 'An itinerary with its plan, checked against the wishes as they are now', right: 'member', params: One, reply: wire.ItineraryReply }, async (input) =>
    presented(await accessItinerary(userOf(input), input.params.paiId, input.params.itineraryId), input.locale),
  ),
  route({ method: 'patch', path: ONE, summary: 'Change where, when and who', right: 'member', params: One, body: wire.ItineraryBody, reply: wire.ItineraryReply }, async (input) =>
    presented(await changeFrame(userOf(input), input.params.paiId, input.params.itineraryId, input.body), input.locale),
  ),
  route({ method: 'delete', path: ONE, summary: 'Delete an itinerary: whoever began it, the owner and admins', right: 'member', params: One, reply: Ok }, async (input) => {
    await deleteItinerary(userOf(input), input.params.paiId, input.params.itineraryId);
    return OK;
  }),
  ...boardRoutes,
  ...planRoutes,
  ...placeRoutes,
  ...expenseRoutes,
  ...packingRoutes,
  ...commentRoutes,
  ...weatherRoutes,
  ...exportRoutes,
];
