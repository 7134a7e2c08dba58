import type { Model } from './model';
import learnt from './weights.json';

/** What scripts/learn/moderate.ts wrote. */
export const MODEL: Model = { ...learnt, weights: new Int8Array(Buffer.from(learnt.weights, 'base64')) };
