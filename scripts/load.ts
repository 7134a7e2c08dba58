import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { isGood, report } from './load/report';
import { MAX_CAP, runCrowd, startAll } from './load/stage';
import { reasonOf, runScript } from './runScript';
import { Ending } from './start/ending';

/*
 * One pai full of people, all talking: what it costs and whether anything is lost.
 *   npx tsx scripts/load.ts [--sockets 1000] [--rate 50] [--seconds 60] [--nodes 1] [--profile <folder>]
 * Starts its own stores and cloud, loopback only, and ends them. Exits with 1 when a promise of PROTOCOL.md was broken.
 */

const ending = new Ending();
const say = (line: string): void => console.log(`  ${line}`);

function wanted(): { sockets: number; rate: number; seconds: number; nodes: number; profile: string | undefined } {
  const text = (fallback: string) => ({ type: 'string', default: fallback }) as const;
  const { values } = parseArgs({ options: { sockets: text('1000'), rate: text('50'), seconds: text('60'), nodes: text('1'), profile: { type: 'string' } } });
  const whole = (key: 'sockets' | 'rate' | 'seconds' | 'nodes', max: number): number => {
    const value = Number(values[key]);
    if (!Number.isInteger(value) || value < 1 || value > max) throw new Error(`--${key} must be a whole number from 1 to ${max}`);
    return value;
  };
  return { sockets: whole('sockets', MAX_CAP), rate: whole('rate', 10_000), seconds: whole('seconds', 3600), nodes: whole('nodes', 8), profile: values.profile };
}

async function main(): Promise<number> {
  ending.watchSignals(say);
  const { nodes, profile, ...asked } = wanted();
  console.log(`Load: ${asked.sockets} sockets in one pai, ${asked.rate} messages a second, ${asked.seconds} s, ${nodes} ${nodes === 1 ? 'node' : 'nodes'}, ${availableParallelism()} cores`);
  const stage = { ending, say, profile };
  const { mongoUri, urls } = await startAll(stage, nodes);
  const plan = { ...asked, nodes: urls, mongoUri };
  const result = await runCrowd(stage, plan);
  for (const line of report(plan, result)) say(line);
  const isFine = isGood(plan, result);
  console.log(isFine ? 'Nothing lost, nothing doubled, one order for all.' : 'A promise was broken: see above.');
  return isFine ? 0 : 1;
}

runScript('load', () =>
  main().then(
    (code) => ending.end(code),
    (error: unknown) => {
      if (!ending.hasBegun) console.error(reasonOf(error));
      return ending.end(1);
    },
  ),
);
