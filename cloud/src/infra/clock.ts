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

/** An instant as its day and time of day in the zone of the service: `2026-07-25`, `20:14`. */
export function zoned(at: Date, zone: string): { day: string; time: string } {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);
  return { day: text.slice(0, 10), time: text.slice(11) };
}
