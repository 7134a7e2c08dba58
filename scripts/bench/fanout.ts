import type { Measure } from '../../tests/evals/measure';
import { isGood } from '../load/report';
import { runCrowd, startAll, type Stage } from '../load/stage';
import { plainFanout, type Crowd } from './plainFanout';

const CROWD: Crowd = { sockets: 300, rate: 40, seconds: 10 };

/**
 * One pai of 300 people, 40 messages a second: what a delivered message costs the service (stored, ordered, with rights)
 * against a bare `ws` broadcast in the same run.
 */
export async function benchFanout(stage: Stage): Promise<Measure[]> {
  const { mongoUri, urls } = await startAll(stage, 1);
  const plan = { ...CROWD, nodes: urls, mongoUri };
  const result = await runCrowd(stage, plan);
  if (!isGood(plan, result)) throw new Error('a promise of the protocol was broken: see npm run load');
  const ours = (result.spent.cpuSeconds * 1e6) / result.deliveries;
  const plain = await plainFanout(stage, CROWD);
  return [
    { name: 'fan-out, µs of CPU a delivered message', figure: ours },
    { name: 'bare ws broadcast, µs', figure: plain },
    { name: 'fan-out / bare ws', figure: ours / plain, bar: 2, lowerIsBetter: true },
    { name: 'ack p99, ms', figure: result.ackMs.p99, bar: 150, lowerIsBetter: true },
    { name: 'on screens p99, ms', figure: result.deliveryMs.p99, bar: 300, lowerIsBetter: true },
  ];
}
