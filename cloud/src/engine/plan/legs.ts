import { MEANS, type Means } from '@shared/domain/itinerary/types';

/** How a party gets about. */
export interface Travel {
  party: number;
  allowed: ReadonlySet<Means>;
  /** Kilometres one walk may have. */
  maxWalkKm: number;
  /** Minutes a yuan per head is worth: little for people in a hurry, much for people who save. */
  thrift: number;
}

export interface Leg {
  by?: Means;
  km: number;
  minutes: number;
  /** Yuan for all. */
  cost: number;
}

/* A walk may be made beside the means wished for as long as it is short. */
export const SHORT_WALK_KM = 0.95;
export const NEXT_DOOR_KM = 0.1;
export const LONGEST_WALK_KM = 3;
const PER_CAR = 4;

/* Straight lines: streets are longer, stations have to be walked to. */
const MINUTES: Record<Means, (km: number) => number> = { walk: (km) => km * 14.5 + 1, metro: (km) => km * 2.1 + 8, taxi: (km) => km * 1.6 + 4 };

/* What people mind about a means beside time and money, in minutes. */
const BOTHER: Record<Means, number> = { walk: 0, metro: 5, taxi: 8 };

function fareOf(by: Means, km: number, party: number): number {
  if (by === 'walk') return 0;
  return by === 'metro' ? 10 * party : Math.floor((20 + 5 * km) * Math.ceil(party / PER_CAR));
}

/** A leg by given means. */
export const legBy = (by: Means, km: number, party: number): Leg => ({ by, km, minutes: Math.ceil(MINUTES[by](km)), cost: fareOf(by, km, party) });

/** The means these people would choose for a way: the least of time and fare together. */
function usualLeg(km: number, travel: Travel): Leg {
  const canWalk = km <= travel.maxWalkKm && (travel.allowed.has('walk') || km <= SHORT_WALK_KM);
  let best: Leg | undefined;
  let least = Infinity;
  for (const by of MEANS) {
    if (by === 'walk' ? !canWalk : !travel.allowed.has(by)) continue;
    const leg = legBy(by, km, travel.party);
    const burden = leg.minutes + BOTHER[by] + (leg.cost / travel.party) * travel.thrift;
    if (burden < least) [best, least] = [leg, burden];
  }
  return best ?? legBy('walk', km, travel.party);
}

/** A leg by the means chosen for it, else by the usual ones; none where it is next door, and nobody walks far against his habit. */
export function legOf(km: number, travel: Travel, chosen?: Means): Leg {
  if (km <= NEXT_DOOR_KM) return { km, minutes: 2, cost: 0 };
  return chosen && (chosen !== 'walk' || km <= LONGEST_WALK_KM) ? legBy(chosen, km, travel.party) : usualLeg(km, travel);
}
