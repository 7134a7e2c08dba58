import { findPai, memberOf } from '../pai';
import { readTalk } from './board/read';
import { dropReadFrom, dropReadOf, dropWishesOf, dropWishesOfPerson, removeWishesOfPai } from './board/store';
import { forgetBeside, leaveBeside, removeBeside } from './beside';
import { tellChanged } from './news';
import { forgetName, leaveParties, listItineraries, removeItinerariesOf } from './store';

async function tellAll(paiId: string): Promise<void> {
  const pai = await findPai(paiId);
  if (pai && !pai.dissolveAt) for (const doc of await listItineraries(paiId)) tellChanged(pai, doc);
}

/** A message has other words now, or none: what was wished in it is read again, and what it took back stands again. */
export async function dropReadMessage(paiId: string, seq: number, recalled: boolean): Promise<void> {
  const ids = await dropReadFrom(paiId, seq, recalled);
  for (const id of ids) await readTalk(id);
  if (ids.length > 0) await tellAll(paiId);
}

/** Somebody hides from the AI: nothing read out of their words is kept. */
export async function forgetHidden(paiId: string, userId: string): Promise<void> {
  if ((await dropReadOf(paiId, userId)).length > 0) await tellAll(paiId);
}

/** Somebody has left: their wishes and hearts go, and they travel no more. */
export async function forgetTraveller(paiId: string, userId: string): Promise<void> {
  const pai = await findPai(paiId);
  if (pai && memberOf(pai, userId)) return;
  await dropWishesOf(paiId, userId);
  await leaveParties(paiId, userId);
  await leaveBeside(paiId, userId);
  await tellAll(paiId);
}

/** A deleted account: its wishes and its name. */
export async function forgetWisher(userId: string): Promise<void> {
  await dropWishesOfPerson(userId);
  await forgetName(userId, '已注销');
  await forgetBeside(userId);
}

/** Erases the itineraries of a pai. */
export async function forgetPaiItineraries(paiId: string): Promise<void> {
  await removeWishesOfPai(paiId);
  await removeItinerariesOf(paiId);
  await removeBeside({ paiId });
}
