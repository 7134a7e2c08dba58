import { SECOND, dateAt, now, nowMs } from '../../infra/clock';
import { Hook } from '../../infra/hooks';
import { log } from '../../infra/logger';
import { findPai, type PaiDoc } from '../../pai';
import { typedOf } from '../board/standing';
import { listWishes } from '../board/store';
import { frameOf } from '../frame';
import type { ItineraryDoc, UntoldDoc, VersionDoc, WishDoc } from '../model';
import { claimTelling, endTelling } from '../store';
import { versionAt } from './versions';

/** A plan somebody ordered is there. */
export interface Planned {
  pai: PaiDoc;
  by: UntoldDoc['by'];
  told: {
    id: string;
    title: string;
    city?: string;
    days?: number;
    startOn?: string;
    version: number;
    /** Yuan. */
    cost: number;
    perHead: number;
    /** Names of the places of each day. */
    stops: string[][];
    /** Words of wishes it leaves out. */
    unmet: string[];
  };
}

export const planned = new Hook<Planned>();

function plannedOf(pai: PaiDoc, doc: ItineraryDoc, version: VersionDoc, by: UntoldDoc['by'], wishes: readonly WishDoc[]): Planned {
  const names = new Map(version.places.map(({ id, name }) => [id, name]));
  const cost = Math.round(version.cost);
  const told = {
    id: doc._id,
    title: doc.title,
    ...frameOf(doc, typedOf(wishes)),
    version: version.n,
    cost,
    perHead: Math.round(cost / Math.max(1, version.party.length)),
    stops: version.days.map(({ items }) => items.map(({ placeId, from }) => `${from} ${names.get(placeId) ?? placeId}`)),
    unmet: [...new Set(version.unmet.map(({ text }) => text))],
  };
  return { pai, by, told };
}

const LEASE = 10 * SECOND;
const MAX_ATTEMPTS = 10;

/**
 * Tells of a plan that nobody was told of. Whoever dies meanwhile leaves it to the sweep; what had been said by then is not
 * said again, for it is said under the version's name.
 */
export async function tellOfPlan(id: string): Promise<void> {
  const doc = await claimTelling(id, now(), dateAt(nowMs() + LEASE));
  if (!doc?.untold) return;
  const { version, by, attempts } = doc.untold;
  const pai = await findPai(doc.paiId);
  try {
    if (pai && !pai.dissolveAt) await planned.tell(plannedOf(pai, doc, await versionAt(doc, version), by, await listWishes(id)));
  } catch (error) {
    log().warn({ err: error, itinerary: id, attempts }, 'nobody was told of a plan');
    if (attempts < MAX_ATTEMPTS) return;
  }
  await endTelling(id, version);
}
