/** Minutes since midnight of a wall clock `HH:MM`, NaN where it is none. */
export function minutesOf(clock: string): number {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(clock) ?? [];
  return hours === undefined || Number(minutes) > 59 || Number(hours) * 60 + Number(minutes) > MIDNIGHT ? NaN : Number(hours) * 60 + Number(minutes);
}

export const MIDNIGHT = 24 * 60;

/** `HH:MM` of minutes since midnight, at most `24:00`. */
export function clockOf(minutes: number): string {
  const within = Math.max(0, Math.min(MIDNIGHT, Math.round(minutes)));
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`;
}
