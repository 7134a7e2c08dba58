/** [C7] Days without duty, both ends included; none where `last` is before `from`. */
export interface Pause {
  /** When it was asked for, ms since 1970 UTC. */
  at: number;
  from: number;
  /** Infinity: until it is ended. */
  last: number;
}

export const isRunning = ({ last }: Pause, today: number): boolean => last >= today;

export const covers = ({ from, last }: Pause, day: number): boolean => from <= day && day <= last;

/** Ends every pause that is running with the day before; false where there is none. */
export function resume(pauses: readonly Pause[], today: number): boolean {
  const running = pauses.filter((pause) => isRunning(pause, today));
  for (const pause of running) pause.last = today - 1;
  return running.length > 0;
}

/** A check-in on a paused day, made since the pause was asked for, ends it with the day before. */
export function endByCheckin(pauses: readonly Pause[], day: number, at: number): void {
  for (const pause of pauses) if (at >= pause.at && covers(pause, day)) pause.last = day - 1;
}
