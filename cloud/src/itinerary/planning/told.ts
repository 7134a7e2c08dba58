import { Hook } from '../../infra/hooks';
import type { PaiDoc } from '../../pai';
import type { ItineraryDoc, OrderDoc } from '../model';

/** A plan somebody ordered is there. */
export const planned = new Hook<{ pai: PaiDoc; doc: ItineraryDoc; order: OrderDoc }>();
