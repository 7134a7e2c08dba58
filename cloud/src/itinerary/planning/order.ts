import { AppError } from '../../errors';
import { SECOND, dateAt, now, nowMs } from '../../infra/clock';
import { newId } from '../../infra/ids';
import { enqueue } from '../../jobs';
import { accessItinerary, byOf, type ItineraryAccess } from '../access';
import { standingOf } from '../board/standing';
import { listWishes } from '../board/store';
import { readTalk } from '../board/read';
import { frameOf } from '../frame';
import type { ByDoc, ItineraryDoc } from '../model';
import { tellChanged } from '../news';
import { changeItinerary, listUntold, listWaiting } from '../store';
import { tellOfPlan } from './told';

const start = ({ _id, order }: ItineraryDoc): Promise<void> => enqueue('itinerary.plan', { itineraryId: _id }, { dedupeKey: `${_id}-${order?.id}-${order?.attempts}` });

/** Throws `itinerary/no-city`, `itinerary/no-days` where nobody has said. */
async function requireFrame(doc: ItineraryDoc): Promise<void> {
  const { city, days } = frameOf(doc, standingOf(await listWishes(doc._id)));
  if (city === undefined) throw new AppError('itinerary/no-city', { field: 'city' });
  if (days === undefined) throw new AppError('itinerary/no-days', { field: 'days' });
}

/** Stores a work order, unless there is one, while the itinerary is as `only` says. */
export async function placeOrder(access: Pick<ItineraryAccess, 'pai' | 'doc'>, by: ByDoc, only: object = {}): Promise<ItineraryDoc> {
  const { pai, doc } = access;
  const ordered = await changeItinerary(doc._id, { $set: { order: { id: newId(), by, at: now(), attempts: 0 } }, $unset: { failed: 1 } }, now(), { order: { $exists: false }, decided: { $exists: false }, ...only });
  if (!ordered) return doc;
  await start(ordered);
  tellChanged(pai, ordered);
  return ordered;
}

/** Has a plan made, or made anew. While one is being made that is the one. Throws `itinerary/no-city`, `itinerary/no-days`, `itinerary/decided`. */
export async function orderPlan(userId: string, paiId: string, id: string): Promise<ItineraryAccess> {
  const access = await accessItinerary(userId, paiId, id);
  const doc = (await readTalk(id)) ?? access.doc;
  if (doc.order) return { ...access, doc };
  if (doc.decided) throw new AppError('itinerary/decided');
  await requireFrame(doc);
  await placeOrder({ ...access, doc }, await byOf(userId));
  return accessItinerary(userId, paiId, id);
}

/** Ends the order; what has been planned before stays. */
export async function cancelPlan(userId: string, paiId: string, id: string): Promise<ItineraryAccess> {
  const access = await accessItinerary(userId, paiId, id);
  const doc = (await changeItinerary(id, { $unset: { order: 1 } }, now(), { order: { $exists: true } })) ?? access.doc;
  tellChanged(access.pai, doc);
  return { ...access, doc };
}

/** Finds orders whose job was lost or whose worker died, and plans whose worker died before it told of them. */
export async function sweepPlans(): Promise<void> {
  const before = dateAt(nowMs() - SECOND);
  for (const doc of await listWaiting(before, now())) await start(doc);
  for (const id of await listUntold(before, now())) await tellOfPlan(id);
}
