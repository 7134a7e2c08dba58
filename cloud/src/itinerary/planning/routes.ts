import { z } from 'zod';
import { Id } from '@shared/wire/base';
import type { Locale } from '@shared/wire/errors';
import * as wire from '@shared/wire/itinerary';
import { route, userOf, type Route } from '../../http/route';
import type { ItineraryAccess } from '../access';
import { presentItinerary } from '../present';
import { cancelPlan, orderPlan } from './order';

const One = z.object({ paiId: Id, itineraryId: Id });
const ONE = '/pais/:paiId/itineraries/:itineraryId';

const presented = async (access: ItineraryAccess, locale: Locale): Promise<z.input<typeof wire.ItineraryReply>> => ({ itinerary: await presentItinerary({ ...access, locale }, access.doc) });

export const planRoutes: Route[] = [
  route({ method: 'post', path: `${ONE}/plan`, summary: 'Have a plan made, or made anew: 202; it is there when itinerary.changed says so', right: 'member', params: One, reply: wire.ItineraryReply, status: 202 }, async (input) =>
    presented(await orderPlan(userOf(input), input.params.paiId, input.params.itineraryId), input.locale),
  ),
  route({ method: 'delete', path: `${ONE}/plan`, summary: 'Cancel the planning; what was planned before stays', right: 'member', params: One, reply: wire.ItineraryReply }, async (input) =>
    presented(await cancelPlan(userOf(input), input.params.paiId, input.params.itineraryId), input.locale),
  ),
];
