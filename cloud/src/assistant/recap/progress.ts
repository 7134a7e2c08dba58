import { nowMs } from '../../infra/clock';
import { log } from '../../infra/logger';

/** How often at most it is told how far a recap is. */
const EVERY = 300;
const TOTAL = 100;
/** Of the whole, what reading is when a model writes the recap up afterwards. */
const READING = 40;

/** How far a recap is, in hundredths of the work. Told at most every 300 ms; never waits for the telling. */
export class Progress {
  private told = 0;
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly isWritten: boolean,
    private readonly tell: (progress: { done: number; total: number }) => Promise<void>,
  ) {}

  read(share: number): void {
    this.at(share * (this.isWritten ? READING : TOTAL));
  }

  wrote(share: number): void {
    this.at(READING + share * (TOTAL - READING));
  }

  /** Resolves when nothing is being told any more. */
  done(): Promise<void> {
    return this.telling;
  }

  private at(done: number): void {
    if (nowMs() - this.told < EVERY) return;
    this.told = nowMs();
    this.telling = this.tell({ done: Math.min(TOTAL, Math.round(done)), total: TOTAL }).catch((error: unknown) => log().warn({ err: error }, 'progress could not be told'));
  }
}
