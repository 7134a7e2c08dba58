import { z } from 'zod';
import { PLACE_TYPES } from '@shared/domain/itinerary/types';
import { Id } from '@shared/wire/base';
import { ImportBody, ImportReply, PlacesReply } from '@shared/wire/itinerary';
import { accessPai } from '../../pai';
import { route, userOf, type Route } from '../../http/route';
import { findPlaces } from './find';
import { importPlaces } from './own/import';
import { removePlace } from './own/remove';

const InPai = z.object({ paiId: Id });
const Wanted = z.object({ city: z.string().min(1).max(40), type: z.enum(PLACE_TYPES).optional(), keyword: z.string().min(1).max(40).optional() });

export const placeRoutes: Route[] = [
  route({ method: 'get', path: '/pais/:paiId/places', summary: "Places of a city: the pai's own list, then those of the map service or the sample city", right: 'member', bucket: 'search', params: InPai, query: Wanted, reply: PlacesReply }, async (input) => {
    const { paiId } = input.params;
    await accessPai(userOf(input), paiId);
    const { city, type, keyword } = input.query;
    return findPlaces({ paiId, city, ...(type ? { types: [type] } : {}), keyword });
  }),
  route({ method: 'post', path: '/pais/:paiId/places/import', summary: "Add a list of places, CSV or GeoJSON, to the pai's own", right: 'member', bucket: 'upload', params: InPai, body: ImportBody, reply: ImportReply }, async (input) =>
    importPlaces(userOf(input), input.params.paiId, input.body, input.locale),
  ),
  route({ method: 'delete', path: '/pais/:paiId/places/:placeId', summary: "Take a place off the pai's own list", right: 'member', params: InPai.extend({ placeId: z.string().max(100) }), reply: z.object({ ok: z.literal(true) }) }, async (input) => {
    await removePlace(userOf(input), input.params.paiId, input.params.placeId);
    return { ok: true as const };
  }),
];
