import type { Spent } from './plan';

type Metrics = Map<string, number>;

/** Figures a node tells of itself, by name and labels as they stand there. */
async function readMetrics(node: string): Promise<Metrics> {
  const text = await (await fetch(`${node}/metrics`)).text();
  const figures: Metrics = new Map();
  for (const line of text.split('\n')) {
    const match = /^(\w+(?:\{[^}]*\})?) (\S+)$/.exec(line);
    if (match) figures.set(match[1] ?? '', Number(match[2]));
  }
  return figures;
}

/** Within how many ms a share of the messages was durable: the bound of its bucket, all a histogram can tell. */
function appendBound(share: number, before: readonly Metrics[], after: readonly Metrics[]): number {
  const upTo = new Map<number, number>();
  const add = (figures: Metrics, sign: number): void => {
    for (const [key, value] of figures) {
      const le = /^pai_append_seconds_bucket\{le="([^"]+)"\}$/.exec(key)?.[1];
      if (le === undefined) continue;
      const bound = le === '+Inf' ? Infinity : 1000 * Number(le);
      upTo.set(bound, (upTo.get(bound) ?? 0) + sign * value);
    }
  };
  after.forEach((figures) => add(figures, 1));
  before.forEach((figures) => add(figures, -1));
  const total = upTo.get(Infinity) ?? 0;
  return [...upTo].sort(([a], [b]) => a - b).find(([, count]) => count >= share * total)?.[0] ?? 0;
}

/** Starts counting; what it returns tells what the nodes have spent since. */
export async function startSpending(nodes: readonly string[]): Promise<() => Promise<Spent>> {
  const before = await Promise.all(nodes.map(readMetrics));
  return async () => {
    const after = await Promise.all(nodes.map(readMetrics));
    const grown = (name: string): number => after.reduce((sum, figures, i) => sum + (figures.get(name) ?? 0) - (before[i]?.get(name) ?? 0), 0);
    const now = (name: string, unit: number): number[] => after.map((figures) => Math.round((figures.get(name) ?? 0) * unit * 10) / 10);
    return {
      cpuSeconds: grown('process_cpu_seconds_total'),
      frames: grown('pai_frames_total'),
      dropped: grown('pai_frames_dropped_total'),
      healed: grown('pai_gaps_healed_total'),
      appendMs: { p50: appendBound(0.5, before, after), p99: appendBound(0.99, before, after) },
      residentMb: now('process_resident_memory_bytes', 1 / 2 ** 20),
      eventLoopP99Ms: now('nodejs_eventloop_lag_p99_seconds', 1000),
    };
  };
}
