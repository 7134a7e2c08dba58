import type { Counter, Gauge, Histogram } from 'prom-client';
import type { Overview, Spread } from '@shared/wire/console';
import { metrics } from '../infra/metrics';

export const valueOf = async (metric: Counter | Gauge): Promise<number> => (await metric.get()).values[0]?.value ?? 0;

/** Counts up to each bound, all labels together. */
async function bucketsOf(histogram: Histogram): Promise<[number, number][]> {
  const sums = new Map<number, number>();
  for (const { labels, metricName, value } of (await histogram.get()).values) {
    if (!metricName?.endsWith('_bucket')) continue;
    const bound = labels.le === '+Inf' ? Infinity : Number(labels.le);
    sums.set(bound, (sums.get(bound) ?? 0) + value);
  }
  return [...sums].sort(([a], [b]) => a - b);
}

/** Where a quantile lies, evenly spread within its bucket; null beyond the last bound or when nothing was measured. */
export function quantile(buckets: readonly [number, number][], share: number): number | null {
  const total = buckets.at(-1)?.[1] ?? 0;
  const wanted = total * share;
  let low = 0;
  let below = 0;
  for (const [bound, upTo] of total === 0 ? [] : buckets) {
    if (upTo >= wanted) return bound === Infinity ? null : low + ((bound - low) * (wanted - below)) / (upTo - below);
    low = bound;
    below = upTo;
  }
  return null;
}

async function spreadOf(histogram: Histogram): Promise<Spread> {
  const buckets = await bucketsOf(histogram);
  const ms = (share: number): number | null => {
    const seconds = quantile(buckets, share);
    return seconds === null ? null : Math.round(seconds * 10_000) / 10;
  };
  return { count: buckets.at(-1)?.[1] ?? 0, p50: ms(0.5), p95: ms(0.95) };
}

/** What this node has done since it started. */
export async function nodeFigures(): Promise<Overview['node']> {
  const [append, requests, deliveries, frames, dropped, healed] = await Promise.all([
    spreadOf(metrics.appendSeconds),
    spreadOf(metrics.httpSeconds),
    valueOf(metrics.deliveries),
    valueOf(metrics.frames),
    valueOf(metrics.dropped),
    valueOf(metrics.healed),
  ]);
  return { upSeconds: Math.floor(process.uptime()), memoryMb: Math.round(process.memoryUsage.rss() / 2 ** 20), append, requests, deliveries, frames, dropped, healed };
}
