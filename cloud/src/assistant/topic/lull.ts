import type { Hours } from '@shared/wire/aiRole';
import { HOUR, dateAt, zoned } from '../../infra/clock';
import { isWithin } from '../allowance';

/** So long nobody says anything before a host may open a topic. */
const LULL = 3 * HOUR;
/** Where nobody set quiet hours: people sleep all the same. */
const NIGHT: Hours = { from: '22:00', to: '08:00' };

/**
 * Whether the talk has died down, at an instant (ms), when somebody might talk: quiet hours are none, and neither are the
 * first hours after them, or a host would be the first to speak every morning.
 */
export function isLull(quiet: Hours | null, lastAt: number, at: number, zone: string): boolean {
  const isQuiet = (ms: number): boolean => isWithin(zoned(dateAt(ms), zone).time, quiet ?? NIGHT);
  return at - lastAt >= LULL && !isQuiet(at) && !isQuiet(at - LULL);
}
