import type { Verdict } from '../../tests/support/checker';

/** What a load run is to do; from the command line. */
export interface Plan {
  /** The cloud nodes, sockets are spread over them. */
  nodes: string[];
  mongoUri: string;
  sockets: number;
  rate: number;
  seconds: number;
}

export interface Percentiles {
  p50: number;
  p99: number;
  max: number;
}

/** What the cloud nodes spent, all together, from the first send to the last delivery. */
export interface Spent {
  cpuSeconds: number;
  frames: number;
  dropped: number;
  healed: number;
  /** From send to durable, in the service. */
  appendMs: { p50: number; p99: number };
  residentMb: number[];
  eventLoopP99Ms: number[];
}

export interface Result {
  sent: number;
  acked: number;
  refused: string[];
  closed: string[];
  deliveries: number;
  frames: number;
  bytes: number;
  /** Catch-ups asked for after the first. */
  syncs: number;
  ackMs: Percentiles;
  deliveryMs: Percentiles;
  /** From the first send to the last delivery. */
  tookSeconds: number;
  clientCpuSeconds: number;
  spent: Spent;
  verdict: Verdict;
}

/** What the client process tells. */
export type Told = { say: string } | { result: Result } | { failed: string };
