import { wallDay } from '../civil';
import type { WallClock } from '../zone';
import type { Pause } from './pauses';
import type { Plan } from './plan';
import type { LedgerMember } from './types';
import { dayAt, hasEnded } from './window';

/** What was done about a day. Instants are ms since 1970 UTC. */
export interface Mark {
  /** When it was checked in, and the last verdict on that, if there is one. */
  checkin?: { at: number; ok?: boolean };
  madeUpAt?: number;
}

/** What the ledger knows of one member. It grows by events only. */
export interface Sheet {
  id: string;
  joined: number;
  /** The first of the member's days [C5]. */
  first: number;
  /** [C1] Each from an instant on, the latest last. */
  zones: { from: number; zone: string }[];
  marks: Map<number, Mark>;
  pauses: Pause[];
  cardsUsed: number;
}

/** [C1] What the member's clock shows at an instant, in the zone in force then. */
export function wallAt({ zones }: Sheet, instant: number, clock: WallClock): number {
  let i = zones.length - 1;
  while (i > 0 && (zones[i] as { from: number }).from > instant) i--;
  return clock(instant, (zones[i] as { zone: string }).zone);
}

/** [C5] The first of the days of who joins at a wall time. */
function firstDay(plan: Plan, wall: number): number {
  const today = wallDay(wall);
  return dayAt((day) => plan.on(day).span, wall) ?? (hasEnded(plan.on(today).span, today, wall) ? today + 1 : today);
}

export function openSheet({ id, joined, zone }: LedgerMember, plan: Plan, clock: WallClock): Sheet {
  const at = Date.parse(joined);
  return { id, joined: at, first: firstDay(plan, clock(at, zone)), zones: [{ from: -Infinity, zone }], marks: new Map(), pauses: [], cardsUsed: 0 };
}
