export { readMeanings } from './readMeanings';
export type { MeaningsInput, MeaningsRead } from './types';
