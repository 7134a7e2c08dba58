import type { Features } from '../../cloud/src/engine/threads/features';
import type { Net } from '../../cloud/src/engine/threads/model';
import { shuffled, type Chance } from './chance';

/** One choice: the features of all candidates, and which of them are right. */
export interface Choice {
  rows: readonly Features[];
  right: readonly number[];
}

export interface RankerOptions {
  features: number;
  units: number;
  rounds: number;
  rate: number;
  /** What a weight loses each step, as a share of the rate. */
  decay: number;
  /** Share of the hidden units left out of each step. */
  drop: number;
  chance: Chance;
}

interface Moments {
  gradient: Float64Array;
  mean: Float64Array;
  square: Float64Array;
}

const BATCH = 16;
const [MEAN_KEEP, SQUARE_KEEP] = [0.9, 0.999];
/** The rate the last round comes down to, as a share of the first. */
const LAST_RATE = 0.02;
const SMALLEST = 1e-12;

/** Learns a net that gives right candidates the highest score, by the log of their share after a softmax (Adam, dropout). */
export class Ranker {
  private readonly parts: Float64Array[];
  private readonly moments: Moments[];
  private readonly mask: Uint8Array;
  private steps = 0;

  constructor(private readonly options: RankerOptions) {
    const { features, units, chance } = options;
    const spread = (): number => (chance() + chance() + chance() - 1.5) * 0.3;
    this.parts = [new Float64Array(features), Float64Array.from({ length: features * units }, spread), new Float64Array(units), Float64Array.from({ length: units }, spread)];
    this.moments = this.parts.map(({ length }) => ({ gradient: new Float64Array(length), mean: new Float64Array(length), square: new Float64Array(length) }));
    this.mask = new Uint8Array(units);
  }

  get net(): Net {
    const [straight, hidden, bias, out] = this.parts as [Float64Array, Float64Array, Float64Array, Float64Array];
    return { straight, hidden, bias, out };
  }

  learn(choices: readonly Choice[]): Net {
    const { rounds, rate, chance } = this.options;
    const ready = choices.map(({ rows, right }) => ({ rows, right: new Set(right) }));
    for (let round = 0; round < rounds; round++) {
      const now = rate * (1 - round / rounds + LAST_RATE);
      const order = shuffled(ready, chance);
      for (let i = 0; i < order.length; i += BATCH) {
        for (const { rows, right } of order.slice(i, i + BATCH)) this.observe(rows, right);
        this.step(now);
      }
    }
    return this.net;
  }

  /** Adds one choice to the gradients. */
  private observe(rows: readonly Features[], right: ReadonlySet<number>): void {
    const { units, drop, chance } = this.options;
    for (let h = 0; h < units; h++) this.mask[h] = chance() < drop ? 0 : 1;
    const active = rows.map(() => new Float64Array(units));
    const scores = rows.map((row, i) => this.score(row, active[i] as Float64Array));
    const top = Math.max(...scores);
    const shares = scores.map((score) => Math.max(SMALLEST, Math.exp(score - top)));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const good = shares.reduce((sum, share, i) => sum + (right.has(i) ? share : 0), 0);
    rows.forEach((row, i) => this.add(row, active[i] as Float64Array, (shares[i] as number) / all - (right.has(i) ? (shares[i] as number) / good : 0)));
  }

  private score({ places, values, count }: Features, active: Float64Array): number {
    const { straight, hidden, bias, out } = this.net as Record<keyof Net, Float64Array>;
    const { features, drop } = this.options;
    let score = 0;
    for (let k = 0; k < count; k++) score += (straight[places[k] as number] as number) * (values[k] as number);
    for (let h = 0; h < active.length; h++) {
      if (!this.mask[h]) continue;
      let sum = bias[h] as number;
      for (let k = 0; k < count; k++) sum += (hidden[h * features + (places[k] as number)] as number) * (values[k] as number);
      if (sum > 0) score += (active[h] = sum / (1 - drop)) * (out[h] as number);
    }
    return score;
  }

  private add({ places, values, count }: Features, active: Float64Array, error: number): void {
    if (Math.abs(error) < 1e-5) return;
    const { features, drop } = this.options;
    const [straight, hidden, bias, out] = this.moments.map(({ gradient }) => gradient) as [Float64Array, Float64Array, Float64Array, Float64Array];
    for (let k = 0; k < count; k++) straight[places[k] as number]! += error * (values[k] as number);
    for (let h = 0; h < active.length; h++) {
      if (!active[h]) continue;
      out[h]! += error * (active[h] as number);
      const inner = (error * (this.net.out[h] as number)) / (1 - drop);
      bias[h]! += inner;
      for (let k = 0; k < count; k++) hidden[h * features + (places[k] as number)]! += inner * (values[k] as number);
    }
  }

  private step(rate: number): void {
    this.steps++;
    const [meanScale, squareScale] = [1 - MEAN_KEEP ** this.steps, 1 - SQUARE_KEEP ** this.steps];
    this.parts.forEach((part, p) => {
      const { gradient, mean, square } = this.moments[p] as Moments;
      for (let i = 0; i < part.length; i++) {
        const slope = (gradient[i] as number) / BATCH;
        mean[i] = MEAN_KEEP * (mean[i] as number) + (1 - MEAN_KEEP) * slope;
        square[i] = SQUARE_KEEP * (square[i] as number) + (1 - SQUARE_KEEP) * slope * slope;
        part[i]! -= rate * ((mean[i] as number) / meanScale / (Math.sqrt((square[i] as number) / squareScale) + 1e-8) + this.options.decay * (part[i] as number));
      }
      gradient.fill(0);
    });
  }
}
