import { Hook } from '../../infra/hooks';
import type { PaiDoc } from '../../pai';
import { typedOf } from '../board/standing';
import { frameOf } from '../frame';
import type { ItineraryDoc, OrderDoc, WishDoc } from '../model';

/** A plan somebody ordered is there. */
export interface Planned {
  pai: PaiDoc;
  by: OrderDoc['by'];
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

export function plannedOf(pai: PaiDoc, doc: ItineraryDoc, order: OrderDoc, wishes: readonly WishDoc[]): Planned {
  const { head } = doc;
  const names = new Map((head?.places ?? []).map(({ id, name }) => [id, name]));
  const cost = Math.round(head?.cost ?? 0);
  const told = {
    id: doc._id,
    title: doc.title,
    ...frameOf(doc, typedOf(wishes)),
    version: head?.n ?? 0,
    cost,
    perHead: Math.round(cost / Math.max(1, head?.party.length ?? 1)),
    stops: (head?.days ?? []).map(({ items }) => items.map(({ placeId, from }) => `${from} ${names.get(placeId) ?? placeId}`)),
    unmet: [...new Set((head?.unmet ?? []).map(({ text }) => text))],
  };
  return { pai, by: order.by, told };
}
