import type { z } from 'zod';
import { LIMITS } from '@shared/domain/limits';
import { cleanText, graphemeCount } from '@shared/domain/text';
import type { Constraint, NewWishBody, WishBody } from '@shared/wire/itinerary';
import { wishes as readWishes } from '../../engine/wishes';
import { AppError } from '../../errors';
import { now } from '../../infra/clock';
import { newId } from '../../infra/ids';
import { requireVoice } from '../../message';
import { requireHarmless } from '../../safety';
import { accessItinerary, isKeeper, type ItineraryAccess } from '../access';
import type { WishDoc } from '../model';
import { tellChanged } from '../news';
import { frameOf } from '../frame';
import { readingOf } from './context';
import { standingOf } from './standing';
import { changeWish, countWishes, findWish, findWishOnce, insertWish, listWishes } from './store';

export interface WishAccess extends ItineraryAccess {
  wish: WishDoc;
}

async function acceptText(text: string): Promise<string> {
  const clean = cleanText(text).trim();
  if (clean === '') throw new AppError('itinerary/empty', { field: 'text' });
  if (graphemeCount(clean) > LIMITS.wishGraphemes) throw new AppError('wish/too-long', { field: 'text', params: { max: LIMITS.wishGraphemes } });
  await requireHarmless(clean, 'text');
  return clean;
}

/** What the program understands of words on the board. */
async function understood({ pai, doc }: ItineraryAccess, text: string): Promise<Constraint[]> {
  const { context, meant } = await readingOf(pai, doc, frameOf(doc, standingOf(await listWishes(doc._id))).city);
  const { constraints } = readWishes({ ...context, text, now: now().toISOString() });
  const bare = constraints.map(({ type, op, value }) => ({ type, op, value: Array.isArray(value) ? [...(value as readonly (string | number)[])] : (value as string | number) }));
  return meant(bare, text);
}

async function accessWish(userId: string, paiId: string, id: string, wishId: string): Promise<WishAccess> {
  const access = await accessItinerary(userId, paiId, id);
  const wish = await findWish(id, wishId);
  if (!wish) throw new AppError('wish/not-found');
  return { ...access, wish };
}

async function changed(access: WishAccess, change: Parameters<typeof changeWish>[1]): Promise<WishAccess> {
  const wish = await changeWish(access.wish._id, change);
  if (!wish) throw new AppError('wish/not-found');
  tellChanged(access.pai, access.doc);
  return { ...access, wish };
}

/** Writes a wish on the board; one that was written before is given back. Throws `wish/…`, `itinerary/…`, `text/unsafe`. */
export async function addWish(userId: string, paiId: string, id: string, body: z.infer<typeof NewWishBody>): Promise<WishAccess & { repeat: boolean }> {
  const access = await accessItinerary(userId, paiId, id);
  requireVoice(access);
  const once = (): Promise<WishDoc | null> => findWishOnce(id, userId, body.clientMsgId);
  const known = await once();
  if (known) return { ...access, wish: known, repeat: true };
  const text = await acceptText(body.text);
  if ((await countWishes(id)) >= LIMITS.wishes) throw new AppError('wish/too-many', { params: { max: LIMITS.wishes } });
  const wish: WishDoc = { _id: newId(), itineraryId: id, paiId, userId, text, constraints: body.constraints ?? (await understood(access, text)), hearts: [], clientMsgId: body.clientMsgId, at: now() };
  const isNew = await insertWish(wish);
  if (isNew) tellChanged(access.pai, access.doc);
  return { ...access, wish: isNew ? wish : ((await once()) ?? wish), repeat: !isNew };
}

/** Puts a wish of one's own right. Throws `wish/not-yours`. */
export async function correctWish(userId: string, paiId: string, id: string, wishId: string, body: z.infer<typeof WishBody>): Promise<WishAccess> {
  const access = await accessWish(userId, paiId, id, wishId);
  requireVoice(access);
  if (access.wish.userId !== userId) throw new AppError('wish/not-yours');
  const text = body.text === undefined ? access.wish.text : await acceptText(body.text);
  const constraints = body.constraints ?? (body.text === undefined ? access.wish.constraints : await understood(access, text));
  return changed(access, { $set: { text, constraints, corrected: true } });
}

async function accessRemovable(userId: string, paiId: string, id: string, wishId: string): Promise<WishAccess> {
  const access = await accessWish(userId, paiId, id, wishId);
  if (access.wish.userId !== userId && !isKeeper(access)) throw new AppError('wish/not-yours');
  return access;
}

/** Takes a wish off the board: its own, or as owner or admin anybody's. It stays at the end, struck, and can come back. */
export async function removeWish(userId: string, paiId: string, id: string, wishId: string): Promise<WishAccess> {
  const access = await accessRemovable(userId, paiId, id, wishId);
  return access.wish.removed ? access : changed(access, { $set: { removed: { by: userId, at: now() } } });
}

/** Takes a removal back. */
export async function restoreWish(userId: string, paiId: string, id: string, wishId: string): Promise<WishAccess> {
  const access = await accessRemovable(userId, paiId, id, wishId);
  return access.wish.removed ? changed(access, { $unset: { removed: 1 } }) : access;
}

/** Somebody wishes the same, or no more. */
export async function heartWish(userId: string, paiId: string, id: string, wishId: string, on: boolean): Promise<WishAccess> {
  return changed(await accessWish(userId, paiId, id, wishId), on ? { $addToSet: { hearts: userId } } : { $pull: { hearts: userId } });
}
