export type { JobName, Jobs } from './catalog';
export { closeQueue, enqueue, openQueue } from './enqueue';
export { every, stopSchedule } from './schedule';
export { startWorker, stopWorker, type JobHandlers } from './worker';
