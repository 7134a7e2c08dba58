import { setTimeout as sleep } from 'node:timers/promises';

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
/** Longer than the cloud and the stores take together. */
const LIMIT_MS = 60_000;

/** The end of a run: what was started is ended in the reverse order, once, whatever brings the end about. */
export class Ending {
  private readonly steps: (() => Promise<unknown> | unknown)[] = [];
  private done: Promise<never> | undefined;

  /** What to do at the end; the last one registered comes first. */
  add(step: () => Promise<unknown> | unknown): void {
    this.steps.push(step);
  }

  get hasBegun(): boolean {
    return this.done !== undefined;
  }

  /** Ends everything and this process. */
  end(code: number): Promise<never> {
    this.done ??= this.run(code);
    return this.done;
  }

  private async run(code: number): Promise<never> {
    const steps = (async () => {
      for (const step of this.steps.reverse()) await Promise.resolve(step()).catch((error: Error) => console.error(error.message));
    })();
    // Whatever has not ended by then is ended by its guard when this process is gone.
    await Promise.race([steps, sleep(LIMIT_MS)]);
    process.exit(code);
  }

  /** Ends on Ctrl-C, kill and a closed terminal, and when npm, which would have passed those on, is gone. */
  watchSignals(say: (line: string) => void, codeOf: (code: number) => number = (code) => code): void {
    for (const [signal, code] of Object.entries(SIGNALS)) {
      process.on(signal, () => {
        if (!this.hasBegun) say('ending …');
        void this.end(codeOf(code));
      });
    }
    if (!process.env.npm_lifecycle_event) return;
    const parent = process.ppid;
    setInterval(() => {
      if (process.ppid !== parent) void this.end(codeOf(SIGNALS.SIGHUP));
    }, 500).unref();
  }
}
