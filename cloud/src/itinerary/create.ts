import type { z } from 'zod';
import { LIMITS } from '@shared/domain/limits';
import type { ItineraryBody, NewItineraryBody } from '@shared/wire/itinerary';
import { config } from '../config';
import { AppError } from '../errors';
import { now } from '../infra/clock';
import { newId } from '../infra/ids';
import { readHeads, requireVoice } from '../message';
import { accessPai, type PaiDoc } from '../pai';
import { acceptFrame, type AcceptedFrame } from './accept';
import { accessItinerary, isKeeper, type ItineraryAccess } from './access';
import { removeBeside } from './beside';
import { giveUp, talkBefore } from './board/begin';
import { removeWishes } from './board/store';
import type { ItineraryDoc } from './model';
import { tellChanged } from './news';
import { changeItinerary, findItineraryById, findItineraryOnce, insertItinerary, listItineraries, removeItinerary } from './store';

/** Each try that fails is an itinerary of somebody else's that did not. */
const TRIES = 50;

/** A place no itinerary of the pai holds. Throws `itinerary/too-many`. */
async function freeSlot(paiId: string): Promise<number> {
  const taken = new Set((await listItineraries(paiId)).map(({ slot }) => slot));
  for (let slot = 0; slot < LIMITS.itineraries; slot++) if (!taken.has(slot)) return slot;
  throw new AppError('itinerary/too-many', { params: { max: LIMITS.itineraries } });
}

interface Wanted {
  id?: string;
  pai: PaiDoc;
  userId: string;
  clientMsgId: string;
  frame: AcceptedFrame;
  /** Begun out of talk, which boards nobody has planned yet may have read. */
  goesOn?: boolean;
}

/** Stores an itinerary; the one there is when it was stored before. Of several at the same moment no more get a place than there are. */
export async function startItinerary({ id = newId(), pai, userId, clientMsgId, frame, goesOn = false }: Wanted): Promise<{ doc: ItineraryDoc; repeat: boolean }> {
  const head = (await readHeads([pai._id])).get(pai._id) ?? 0;
  const from = await talkBefore(pai, frame, head, goesOn, frame.zone ?? config().TIME_ZONE);
  for (let tries = 0; tries < TRIES; tries++) {
    const known = (await findItineraryById(id)) ?? (await findItineraryOnce(pai._id, userId, clientMsgId));
    if (known) return { doc: known, repeat: true };
    const at = now();
    const title = frame.title ?? frame.city ?? pai.name;
    const doc: ItineraryDoc = { zone: config().TIME_ZONE, ...frame, title, _id: id, paiId: pai._id, clientMsgId, byId: userId, asked: [], votes: [], fromSeq: from, readTo: from, beganSeq: head, readRev: 1, slot: await freeSlot(pai._id), rev: 1, createdAt: at, updatedAt: at };
    if (!(await insertItinerary(doc))) continue;
    await giveUp(pai, doc);
    return { doc, repeat: false };
  }
  throw new AppError('service/unavailable');
}

/** Begins an itinerary by hand. Throws `pai/…`, `member/…`, `itinerary/…`. */
export async function createItinerary(userId: string, paiId: string, { clientMsgId, ...frame }: z.infer<typeof NewItineraryBody>): Promise<ItineraryAccess & { repeat: boolean }> {
  const access = await accessPai(userId, paiId);
  requireVoice(access);
  const { doc, repeat } = await startItinerary({ pai: access.pai, userId, clientMsgId, frame: await acceptFrame(access.pai, frame) });
  if (!repeat) tellChanged(access.pai, doc);
  return { ...access, doc, repeat };
}

/** Changes where, when and who. Whoever is in the pai may; a plan that is there is checked against it. */
export async function changeFrame(userId: string, paiId: string, id: string, wanted: z.infer<typeof ItineraryBody>): Promise<ItineraryAccess> {
  const access = await accessItinerary(userId, paiId, id);
  requireVoice(access);
  const doc = await changeItinerary(id, { $set: await acceptFrame(access.pai, wanted), $unset: { failed: 1 } }, now());
  if (!doc) throw new AppError('itinerary/not-found');
  tellChanged(access.pai, doc);
  return { ...access, doc };
}

/** Deletes an itinerary with its wishes: whoever began it, the owner and admins. Throws `itinerary/not-yours`. */
export async function deleteItinerary(userId: string, paiId: string, id: string): Promise<void> {
  const access = await accessItinerary(userId, paiId, id);
  if (access.doc.byId !== userId && !isKeeper(access)) throw new AppError('itinerary/not-yours');
  await removeItinerary(id);
  await removeWishes(id);
  await removeBeside({ itineraryId: id });
  tellChanged(access.pai, access.doc);
}
