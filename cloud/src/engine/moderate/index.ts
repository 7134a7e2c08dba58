export { moderate } from './moderate';
export type { Action, Category, ModerateInput, Verdict } from './types';
