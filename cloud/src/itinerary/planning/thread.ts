import { parentPort, workerData } from 'node:worker_threads';
import { alternatives, plan, replan } from '../../engine/plan';
import { collectWishes } from '../../engine/wishes';
import type { Work } from './work';

/* Searching takes up to two seconds: here it keeps nobody waiting. */
function done(work: Work): unknown {
  switch (work.do) {
    case 'plan':
      return plan(work.input);
    case 'replan':
      return replan(work.input, work.late);
    case 'alternatives':
      return alternatives(work.input, work.plan, work.day, work.index);
    case 'collect':
      return collectWishes(work.messages, work.context);
  }
}

parentPort?.postMessage(done(workerData as Work));
