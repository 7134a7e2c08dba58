import { parentPort, workerData } from 'node:worker_threads';
import { alternatives, plan, replan } from '../../engine/plan';
import type { Work } from './work';

/* Searching takes up to two seconds: here it keeps nobody waiting. */
function done({ do: verb, input, ...rest }: Work): unknown {
  if (verb === 'plan') return plan(input);
  if (verb === 'replan') return replan(input, (rest as Extract<Work, { do: 'replan' }>).late);
  const { plan: given, day, index } = rest as Extract<Work, { do: 'alternatives' }>;
  return alternatives(input, given, day, index);
}

parentPort?.postMessage(done(workerData as Work));
