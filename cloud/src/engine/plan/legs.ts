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
const AT_THE_DOOR_KM = 0.1;
const PER_CAR = 4;

/* Straight lines: streets are longer, stations have to be walked to. */
const MINUTES: Record<Means, (km: number) => number> = { walk: (km) => km * 14.5 + 1, metro: (km) => km * 2.1 + 8, taxi: (km) => km * 1.6 + 4 };

function fareOf(by: Means, km: number, party: number): number {
  if (by === 'walk') return 0;
  return by === 'metro' ? 10 * party : Math.floor((20 + 5 * km) * Math.ceil(party / PER_CAR));
}

/** A leg by given means. */
export const legBy = (by: Means, km: number, party: number): Leg => ({ by, km, minutes: Math.ceil(MINUTES[by](km)), cost: fareOf(by, km, party) });

/** The leg these people would choose: the least of time and fare together; no means where it is next door. */
export function legOf(km: number, travel: Travel): Leg {
  if (km <= AT_THE_DOOR_KM) return { km, minutes: 2, cost: 0 };
  const canWalk = km <= travel.maxWalkKm && (travel.allowed.has('walk') || km <= SHORT_WALK_KM);
  let best: Leg | undefined;
  let least = Infinity;
  for (const by of MEANS) {
    if (by === 'walk' ? !canWalk : !travel.allowed.has(by)) continue;
    const leg = legBy(by, km, travel.party);
    const burden = leg.minutes + (leg.cost / travel.party) * travel.thrift;
    if (burden < least) [best, least] = [leg, burden];
  }
  return best ?? legBy('walk', km, travel.party);
}
