import { findPai, memberOf } from '../pai';
import { readTalk } from './board/read';
import { dropReadFrom, dropReadOf, dropWishesOf, dropWishesOfPerson, removeWishesOfPai } from './board/store';
import { forgetBeside, leaveBeside, removeBeside } from './beside';
import { tellChanged } from './news';
import { forgetName, leaveParties, listBoards, listItineraries, removeItinerariesOf } from './store';

async function tellAll(paiId: string): Promise<void> {
  const pai = await findPai(paiId);
  if (pai && !pai.dissolveAt) for (const doc of await listItineraries(paiId)) tellChanged(pai, doc);
}

/** A message has other words now, or none: what is wished in it is read again, by boards it may now be meant for too, and what it took back stands again. */
export async function dropReadMessage(paiId: string, seq: number, recalled: boolean): Promise<void> {
  const ids = await dropReadFrom(paiId, seq, recalled);
  const others = recalled ? [] : (await listBoards(paiId)).filter(({ _id, decided, fromSeq, readTo }) => !ids.includes(_id) && !decided && fromSeq < seq && seq <= readTo).map(({ _id }) => _id);
  for (const id of [...ids, ...others]) await readTalk(id, [seq]);
  if (ids.length + others.length > 0) await tellAll(paiId);
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
