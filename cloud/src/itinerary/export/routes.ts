import { z } from 'zod';
import { Id } from '@shared/wire/base';
import { EXPORT_FORMATS, ExportsReply } from '@shared/wire/itinerary';
import { Binary, route, userOf, type Route } from '../../http/route';
import { accessItinerary } from '../access';
import { linkFor, requireLink } from './link';
import { makeExport } from './make';

const OfItinerary = z.object({ paiId: Id, itineraryId: Id });
const EXPORTS = '/pais/:paiId/itineraries/:itineraryId/exports';
const Signed = z.object({ u: Id, l: z.enum(['zh', 'en']), e: z.coerce.number().int(), s: z.string().max(64) });

export const exportRoutes: Route[] = [
  route({ method: 'get', path: EXPORTS, summary: 'Links that open the itinerary as a file, for 30 minutes', right: 'member', params: OfItinerary, reply: ExportsReply }, async (input) => {
    const { paiId, itineraryId } = input.params;
    const userId = userOf(input);
    await accessItinerary(userId, paiId, itineraryId);
    return { links: EXPORT_FORMATS.map((format) => ({ format, url: linkFor({ paiId, itineraryId, format, userId, locale: input.locale }) })) };
  }),
  route({ method: 'get', path: `${EXPORTS}/:format`, summary: 'An itinerary as a file: whoever has the link, while the one it was given to is in the pai', right: 'anyone', params: OfItinerary.extend({ format: z.enum(EXPORT_FORMATS) }), query: Signed }, async (input) => {
    const { u: userId, l: locale, e, s } = input.query;
    requireLink({ ...input.params, userId, locale }, e, s);
    const { body, type, name, aiMade } = await makeExport(userId, input.params.paiId, input.params.itineraryId, input.params.format, locale);
    return new Binary(body, type, {
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
      ...(aiMade ? { 'X-AI-Made': '1' } : {}),
    });
  }),
];
