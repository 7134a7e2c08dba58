export { plugMemory, type MemoryPort } from './memoryPort';
export { makeCard, openCard, type Drawn } from './open';
export { dropVotes, forgetVoter } from './poll';
export { claimRoom, releaseRoom, roomLeft } from './room';
export { cardRoutes } from './routes';
export { dropCardsFrom } from './sources';
export { sweepCards, waitForWords } from './sweep';
