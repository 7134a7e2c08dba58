export { plugMemory, type MemoryPort } from './memoryPort';
export { hasRoom, openCard, type Drawn } from './open';
export { dropVotes, forgetVoter } from './poll';
export { cardRoutes } from './routes';
export { dropCardsFrom } from './sources';
export { sweepCards, waitForWords } from './sweep';
