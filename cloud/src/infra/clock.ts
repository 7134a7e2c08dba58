/** The only source of time in the cloud. Tests move it; the engine and shared rules are given times instead. */
let read: () => number = () => Date.now();

export const nowMs = (): number => read();
export const now = (): Date => new Date(read());
export const dateAt = (ms: number): Date => new Date(ms);

/** Replaces the clock (tests only); without an argument the real one is back. */
export function setClock(clock?: () => number): void {
  read = clock ?? ((): number => Date.now());
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
