import { z } from 'zod';
import { Id } from '@shared/wire/base';
import { NewPackingBody, PackingBody, PackingReply } from '@shared/wire/itinerary';
import { route, userOf, type Route } from '../../http/route';
import { addThing, changeThing, readPacking, removeThing } from './packing';

const OfItinerary = z.object({ paiId: Id, itineraryId: Id });
const OneThing = OfItinerary.extend({ thingId: z.string().max(60) });
const PACKING = '/pais/:paiId/itineraries/:itineraryId/packing';

export const packingRoutes: Route[] = [
  route({ method: 'get', path: PACKING, summary: 'What to take along, and why', right: 'member', params: OfItinerary, reply: PackingReply }, async (input) => ({
    things: await readPacking(userOf(input), input.params.paiId, input.params.itineraryId, input.locale),
  })),
  route({ method: 'post', path: PACKING, summary: 'Add a thing by hand', right: 'member', params: OfItinerary, body: NewPackingBody, reply: PackingReply, status: 201 }, async (input) => ({
    things: await addThing(userOf(input), input.params.paiId, input.params.itineraryId, input.body, input.locale),
  })),
  route({ method: 'patch', path: `${PACKING}/:thingId`, summary: 'Tick a thing for oneself, or write one added by hand otherwise', right: 'member', params: OneThing, body: PackingBody, reply: PackingReply }, async (input) => ({
    things: await changeThing(userOf(input), input.params.paiId, input.params.itineraryId, input.params.thingId, input.body, input.locale),
  })),
  route({ method: 'delete', path: `${PACKING}/:thingId`, summary: 'Take a thing off the list: who wrote it, whoever began the itinerary, the owner and admins', right: 'member', params: OneThing, reply: PackingReply }, async (input) => ({
    things: await removeThing(userOf(input), input.params.paiId, input.params.itineraryId, input.params.thingId, input.locale),
  })),
];
