import { tellPai, type PaiDoc } from '../pai';
import type { ItineraryDoc } from './model';

/** Lets everybody who has the pai open look again. */
export const tellChanged = (pai: PaiDoc, { _id, paiId, head }: Pick<ItineraryDoc, '_id' | 'paiId' | 'head'>): void => tellPai(pai, { type: 'itinerary.changed', paiId, itineraryId: _id, version: head?.n ?? 0 });
