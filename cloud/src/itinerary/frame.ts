import { dayText, parseDay } from '@shared/domain/civil';
import type { Constraint } from '@shared/wire/itinerary';
import type { ItineraryDoc, WishDoc } from './model';

export interface Frame {
  city?: string;
  days?: number;
  startOn?: string;
}

/** What the latest wish of a kind says; two that differ are a clash, which is asked about. */
function latest(wishes: readonly WishDoc[], type: Constraint['type'], ...ops: Constraint['op'][]): Constraint['value'] | undefined {
  return wishes.flatMap(({ constraints }) => constraints).findLast((one) => one.type === type && ops.includes(one.op))?.value;
}

const first = (value: Constraint['value'] | undefined): string | number | undefined => (Array.isArray(value) ? value[0] : value);

/** Where, when and how long: what was set by hand, else what was wished. */
export function frameOf({ city, days, startOn }: Pick<ItineraryDoc, 'city' | 'days' | 'startOn'>, wishes: readonly WishDoc[]): Frame {
  const where = city ?? first(latest(wishes, 'to_city', 'eq', 'has', 'in'));
  const howLong = days ?? first(latest(wishes, 'days', 'eq'));
  const when = startOn === undefined ? first(latest(wishes, 'date', 'eq', 'in', 'ge')) : startOn;
  return {
    ...(typeof where === 'string' ? { city: where } : {}),
    ...(typeof howLong === 'number' && howLong >= 1 && howLong <= 15 ? { days: Math.round(howLong) } : {}),
    ...(typeof when === 'string' ? { startOn: when } : {}),
  };
}

/** The day so many days after one, `YYYY-MM-DD`. */
export const dayAt = (start: string, days: number): string => dayText((parseDay(start) ?? 0) + days);
