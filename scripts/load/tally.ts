import type { Percentiles } from './plan';

const STEP_MS = 0.25;
const TOP_MS = 60_000;

/** Counts times in quarter milliseconds: millions of them take the room of none. */
export class Tally {
  private readonly counts = new Uint32Array(TOP_MS / STEP_MS + 1);
  private total = 0;
  private most = 0;

  add(ms: number): void {
    const slot = Math.min(this.counts.length - 1, Math.max(0, Math.floor(ms / STEP_MS)));
    this.counts[slot] = (this.counts[slot] ?? 0) + 1;
    this.total += 1;
    if (ms > this.most) this.most = ms;
  }

  get percentiles(): Percentiles {
    return { p50: this.at(0.5), p99: this.at(0.99), max: Math.round(this.most * 10) / 10 };
  }

  private at(share: number): number {
    let left = this.total * share;
    for (const [slot, count] of this.counts.entries()) {
      left -= count;
      if (left <= 0 && count > 0) return (slot + 1) * STEP_MS;
    }
    return 0;
  }
}
