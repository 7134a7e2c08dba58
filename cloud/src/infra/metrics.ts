import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

export const registry = new Registry();

/** Process figures (CPU, memory, event loop lag) beside ours; called once at start. */
export function openMetrics(): void {
  registry.clear();
  collectDefaultMetrics({ register: registry });
  for (const metric of Object.values(metrics)) registry.registerMetric(metric as Counter);
}

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

export const metrics = {
  httpSeconds: new Histogram({ name: 'pai_http_seconds', help: 'Time to answer a request', labelNames: ['method', 'route', 'status'], buckets: SECONDS, registers: [] }),
  sockets: new Gauge({ name: 'pai_sockets', help: 'Open signed-in sockets', registers: [] }),
  openPais: new Gauge({ name: 'pai_open_pais', help: 'Pais with a member connected to this node', registers: [] }),
  deliveries: new Counter({ name: 'pai_deliveries_total', help: 'Messages written to sockets', registers: [] }),
  frames: new Counter({ name: 'pai_frames_total', help: 'Frames written to sockets', registers: [] }),
  dropped: new Counter({ name: 'pai_frames_dropped_total', help: 'Live frames dropped for slow readers', registers: [] }),
  healed: new Counter({ name: 'pai_gaps_healed_total', help: 'Messages fetched from the store because their publish was lost or late', registers: [] }),
  appendSeconds: new Histogram({ name: 'pai_append_seconds', help: 'From send to durable', buckets: SECONDS, registers: [] }),
  appendBatch: new Histogram({ name: 'pai_append_batch', help: 'Messages in one group commit', buckets: [1, 2, 5, 10, 25, 50, 100, 250, 500], registers: [] }),
  appendConflicts: new Counter({ name: 'pai_append_conflicts_total', help: 'Positions lost to another node and tried again', registers: [] }),
  runs: new Counter({ name: 'pai_runs_total', help: 'AI turns by how they ended', labelNames: ['state'], registers: [] }),
  runSeconds: new Histogram({ name: 'pai_run_seconds', help: 'Time an AI turn took', buckets: SECONDS, registers: [] }),
  jobsFailed: new Counter({ name: 'pai_jobs_failed_total', help: 'Jobs that threw', labelNames: ['job'], registers: [] }),
};
