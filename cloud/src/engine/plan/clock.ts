/** Minutes in a day. */
export const DAY = 1440;

const CLOCK = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/;

/** `HH:MM` to minutes since midnight, 24:00 included; undefined for anything else. */
export function minutesOf(clock: string | undefined): number | undefined {
  const [, hour, minute] = CLOCK.exec(clock?.trim() ?? '') ?? [];
  if (hour === undefined || minute === undefined) return undefined;
  const minutes = Number(hour) * 60 + Number(minute);
  return minutes <= DAY ? minutes : undefined;
}

/** Minutes since midnight to `HH:MM`. */
export const clockOf = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Weekday of a day of the trip (1 = Monday … 7 = Sunday); undefined where the first day is not known. */
export function weekdayOf(start: string | undefined, day: number): number | undefined {
  const first = Date.parse(`${start?.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(first) ? undefined : ((new Date(first + day * DAY * 60_000).getUTCDay() + 6) % 7) + 1;
}
