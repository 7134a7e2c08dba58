import { MINUTE } from '@shared/domain/civil';

/** What the way of an answer may take. */
const NEAR = 2 * MINUTE;
/** How far the cloud's clock is ahead of this device's, ms. */
let ahead = 0;

/** Takes what the cloud's clock showed just now (ms since 1970 UTC). */
export function hearClock(cloud: number): void {
  const off = cloud - Date.now();
  ahead = Math.abs(off) > NEAR ? off : 0;
}

/** Now (ms since 1970 UTC), also where the clock of this device is wrong: it must neither open nor shut a day. */
export const clockNow = (): number => Date.now() + ahead;
