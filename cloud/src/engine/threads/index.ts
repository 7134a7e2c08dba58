export { threads } from './threads';
export type { Threaded, ThreadMessage, ThreadsInput } from './types';
