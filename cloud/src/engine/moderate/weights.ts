import { requireFit } from '../learnt';
import { SLOTS } from './features';
import type { Model } from './model';
import { featuresNow } from './samples';
import learnt from './weights.json';

/** The model of a file of weights. Throws where they were learnt from other features. */
export function modelOf({ features, weights, ...rest }: { features: string; weights: string } & Omit<Model, 'weights'>): Model {
  const bytes = new Int8Array(Buffer.from(weights, 'base64'));
  requireFit('moderate', { features, length: bytes.length }, { features: featuresNow(), length: SLOTS });
  return { ...rest, weights: bytes };
}

/** What scripts/learn/moderate.ts wrote. */
export const MODEL: Model = modelOf(learnt);
