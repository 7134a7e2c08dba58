import type { Spent } from './plan';

type Metrics = Map<string, number>;

/** Figures a node tells of itself; those with labels are added up. */
async function readMetrics(node: string): Promise<Metrics> {
  const text = await (await fetch(`${node}/metrics`)).text();
  const figures: Metrics = new Map();
  for (const line of text.split('\n')) {
    const match = /^(\w+)(?:\{[^}]*\})? (\S+)$/.exec(line);
    if (match) figures.set(match[1] ?? '', (figures.get(match[1] ?? '') ?? 0) + Number(match[2]));
  }
  return figures;
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
      residentMb: now('process_resident_memory_bytes', 1 / 2 ** 20),
      eventLoopP99Ms: now('nodejs_eventloop_lag_p99_seconds', 1000),
    };
  };
}
