import { tripPlanOf } from '@shared/domain/itinerary/trip';
import type { Place } from '@shared/wire/itinerary';
import type { PlanAnswer } from '../../engine/plan';
import { SECOND, dateAt, now, nowMs } from '../../infra/clock';
import { newId } from '../../infra/ids';
import { log } from '../../infra/logger';
import { storeUnreachable } from '../../infra/mongo';
import { findPai, type PaiDoc } from '../../pai';
import { partyOf } from '../access';
import { typedOf } from '../board/standing';
import { listWishes } from '../board/store';
import { dayAt, frameOf } from '../frame';
import { placesIn } from '../ground';
import type { ItineraryDoc, OrderDoc, UntoldDoc, WishDoc } from '../model';
import { tellChanged } from '../news';
import { changeItinerary, claimOrder, findItineraryById } from '../store';
import { measured } from './measure';
import { inputOf } from './input';
import { tellOfPlan } from './told';
import { unmetOf } from './unmet';
import { follow, type NextVersion } from './versions';
import { makePlan } from './work';

const LEASE = 40 * SECOND;
const MAX_ATTEMPTS = 3;
/** How often it is looked whether the order still stands. */
const WATCH = SECOND;

function versionOf(pai: PaiDoc, doc: ItineraryDoc, by: OrderDoc['by'], answer: PlanAnswer, wishes: readonly WishDoc[], pois: readonly Place[]): NextVersion {
  const { startOn } = frameOf(doc, typedOf(wishes));
  const plan = tripPlanOf(answer, () => newId());
  const days = plan.days.map(({ items }, i) => ({ ...(startOn ? { on: dayAt(startOn, i) } : {}), items }));
  const used = new Set(days.flatMap(({ items }) => items.map(({ placeId }) => placeId)));
  const draft = { days, cost: plan.cost, places: pois.filter(({ id }) => used.has(id)) };
  return { ...measured(pai, doc, wishes, draft), by, what: { code: 'planned' }, party: partyOf(pai, doc), aiMade: true, unmet: unmetOf(answer.unmet, typedOf(wishes)) };
}

/** Ends the search when the order is taken back. */
function watch(doc: ItineraryDoc): { signal: AbortSignal; stop: () => void } {
  const ending = new AbortController();
  const timer = setInterval(() => {
    findItineraryById(doc._id)
      .then((at) => at?.order?.id !== doc.order?.id && ending.abort())
      .catch(() => undefined);
  }, WATCH);
  return { signal: ending.signal, stop: () => clearInterval(timer) };
}

const mine = ({ order }: ItineraryDoc): Record<string, unknown> => ({ 'order.id': order?.id, 'order.worker': order?.worker });

async function fail(pai: PaiDoc, doc: ItineraryDoc, code: string): Promise<void> {
  const failed = await changeItinerary(doc._id, { $set: { failed: code }, $unset: { order: 1 } }, now(), mine(doc));
  if (failed) tellChanged(pai, failed);
}

async function search(pai: PaiDoc, doc: ItineraryDoc, order: OrderDoc): Promise<void> {
  const wishes = await listWishes(doc._id);
  const pois = await placesIn(pai._id, frameOf(doc, typedOf(wishes)).city ?? '');
  if (pois.length === 0) return fail(pai, doc, 'itinerary/city-empty');
  const watching = watch(doc);
  try {
    const answer = await makePlan(inputOf(pai, doc, wishes, pois), watching.signal);
    const untold: UntoldDoc = { version: (doc.head?.n ?? 0) + 1, by: order.by, at: now(), attempts: 0 };
    const done = await follow(doc, versionOf(pai, doc, order.by, answer, wishes, pois), { $set: { untold }, $unset: { order: 1 } }, mine(doc));
    if (!done) return;
    tellChanged(pai, done);
    await tellOfPlan(doc._id);
  } catch (error) {
    if (!watching.signal.aborted) throw error;
  } finally {
    watching.stop();
  }
}

/** Does a work order. However many workers try, one does; one that dies leaves it to the next. An order that was taken back makes no version. */
export async function fulfilOrder(itineraryId: string): Promise<void> {
  const doc = await claimOrder(itineraryId, newId(), now(), dateAt(nowMs() + LEASE));
  if (!doc?.order) return;
  const pai = await findPai(doc.paiId);
  if (!pai || pai.dissolveAt) return void (await changeItinerary(doc._id, { $unset: { order: 1 } }, now(), mine(doc)));
  try {
    await search(pai, doc, doc.order);
  } catch (error) {
    if (storeUnreachable(error)) throw error;
    log().error({ err: error, itinerary: doc._id }, 'an itinerary could not be planned');
    if (doc.order.attempts >= MAX_ATTEMPTS) await fail(pai, doc, 'service/internal');
    else await changeItinerary(doc._id, { $unset: { 'order.leaseUntil': 1, 'order.worker': 1 } }, now(), mine(doc));
  }
}
