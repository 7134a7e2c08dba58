export { accountFor, type Stretch, type Told } from './account';
export { forgetAuthor, forgetMessage, forgetPaiRecaps, forgetReader } from './keep';
export type { RecapDoc, SentenceDoc, TodoDoc, ToldDoc } from './model';
export { presentRecap } from './present';
export { findRecap, saveRecap } from './store';
export { saidTo } from './talk';
