import { z } from 'zod';
import { Id } from '@shared/wire/base';
import { WeatherReply } from '@shared/wire/itinerary';
import { route, userOf, type Route } from '../../http/route';
import { accessItinerary } from '../access';
import { forecastFor } from './forecast';

export const weatherRoutes: Route[] = [
  route({ method: 'get', path: '/pais/:paiId/itineraries/:itineraryId/weather', summary: 'The forecast for the days of a plan; none where no service is set up', right: 'member', params: z.object({ paiId: Id, itineraryId: Id }), reply: WeatherReply }, async (input) => {
    const { doc } = await accessItinerary(userOf(input), input.params.paiId, input.params.itineraryId);
    return forecastFor(doc, input.locale);
  }),
];
