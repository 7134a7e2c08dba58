import { z } from 'zod';
import { Id } from '@shared/wire/base';
import type { Locale } from '@shared/wire/errors';
import * as wire from '@shared/wire/itinerary';
import { MessageReply } from '@shared/wire/message';
import { route, userOf, type Route } from '../../http/route';
import { presentMessage } from '../../message';
import type { ItineraryAccess } from '../access';
import { presentItinerary, presentVersion } from '../present';
import { editPlan, undoTo } from './change';
import { decide, undecide } from './decide';
import { differences } from './differences';
import { alternativesTo, runLate } from './live';
import { cancelPlan, orderPlan } from './order';
import { listHistory } from './versions';
import { applyVote, voteOnStop } from './vote';

const One = z.object({ paiId: Id, itineraryId: Id });
const Stop = One.extend({ itemId: Id });
const ONE = '/pais/:paiId/itineraries/:itineraryId';
const STOP = `${ONE}/items/:itemId`;

const presented = async (access: ItineraryAccess, locale: Locale): Promise<z.input<typeof wire.ItineraryReply>> => ({ itinerary: await presentItinerary({ ...access, locale }, access.doc) });

/** A change of the plan by its members, told as the itinerary is then. */
const change = <B extends z.ZodType>(
  spec: { method: 'post' | 'delete'; path: string; summary: string; body?: B; status?: number },
  verb: (userId: string, paiId: string, id: string, body: z.output<B>, locale: Locale) => Promise<ItineraryAccess>,
): Route =>
  route({ ...spec, path: `${ONE}/${spec.path}`, right: 'member', params: One, reply: wire.ItineraryReply }, async (input) =>
    presented(await verb(userOf(input), input.params.paiId, input.params.itineraryId, input.body as z.output<B>, input.locale), input.locale),
  );

export const planRoutes: Route[] = [
  change({ method: 'post', path: 'plan', summary: 'Have a plan made, or made anew: 202; it is there when itinerary.changed says so', status: 202 }, orderPlan),
  change({ method: 'delete', path: 'plan', summary: 'Cancel the planning; what was planned before stays' }, cancelPlan),
  change({ method: 'post', path: 'edits', summary: 'Change the plan by hand; it is counted anew and checked at once', body: wire.EditBody }, editPlan),
  change({ method: 'post', path: 'late', summary: 'The group will be late at a stop: the rest of that day is planned anew', body: wire.LateBody }, runLate),
  change({ method: 'post', path: 'undo', summary: 'A new version that is as an old one was', body: wire.UndoBody }, undoTo),
  change({ method: 'post', path: 'decision', summary: 'Settle on a version; with something failing it is asked once, by name', body: wire.DecideBody }, decide),
  change({ method: 'delete', path: 'decision', summary: 'Open it for changes again' }, undecide),
  route({ method: 'get', path: `${ONE}/versions`, summary: 'Who changed the plan when, the newest first', right: 'member', params: One, reply: wire.VersionsReply }, async (input) => ({
    versions: (await listHistory(userOf(input), input.params.paiId, input.params.itineraryId)).map((version) => presentVersion(version, input.locale)),
  })),
  route({ method: 'get', path: `${ONE}/diff`, summary: 'What differs between two versions', right: 'member', params: One, query: wire.DiffQuery, reply: wire.DiffReply }, async (input) => ({
    ...input.query,
    changes: await differences(userOf(input), input.params.paiId, input.params.itineraryId, input.query, input.locale),
  })),
  route({ method: 'get', path: `${STOP}/alternatives`, summary: 'Up to five places that could stand instead of a stop, the best first', right: 'member', params: Stop, reply: wire.AlternativesReply }, async (input) => ({
    alternatives: await alternativesTo(userOf(input), input.params.paiId, input.params.itineraryId, input.params.itemId, input.locale),
  })),
  route({ method: 'post', path: `${STOP}/vote`, summary: 'Let the pai vote on a stop: 201, or 200 when this clientMsgId was sent before', right: 'member', bucket: 'send', params: Stop, body: wire.NewStopVoteBody, reply: MessageReply, status: 201 }, async (input) => {
    const { doc, repeat } = await voteOnStop(userOf(input), input.params.paiId, input.params.itineraryId, input.params.itemId, input.body, input.locale);
    if (repeat) input.status(200);
    return { message: presentMessage(doc) };
  }),
  route({ method: 'post', path: `${STOP}/vote/:seq/apply`, summary: 'Put what a poll chose into the plan', right: 'member', params: Stop.extend({ seq: z.coerce.number().int().positive().max(1e11) }), body: wire.ApplyVoteBody, reply: wire.ItineraryReply }, async (input) => {
    const { paiId, itineraryId, itemId, seq } = input.params;
    return presented(await applyVote(userOf(input), paiId, itineraryId, itemId, seq, input.body.version), input.locale);
  }),
];
