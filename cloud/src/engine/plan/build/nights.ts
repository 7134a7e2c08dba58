import { nightsOf, type Agreement } from '../agree';
import { costAt, type Spot } from '../city';
import { kmBetween } from '../ground';
import { mustsOf } from './musts';

const YUAN_A_KM = 8;

function bestHotel({ pools, ground: { city } }: Agreement, around: readonly Spot[], saving: number): Spot | undefined {
  const burden = (spot: Spot): number => (costAt(spot, city) * saving) / city.party + YUAN_A_KM * around.reduce((sum, { place }) => sum + kmBetween(place, spot.place), 0) / Math.max(1, around.length) - spot.rank;
  let best: Spot | undefined;
  let least = Infinity;
  for (const spot of pools.hotel) {
    const one = burden(spot);
    if (one < least) [best, least] = [spot, one];
  }
  return best;
}

/**
 * Where each night is spent: one hotel, more only where wishes need more.
 */
export function hotelsFor(agreement: Agreement, around: readonly Spot[]): (Spot | undefined)[] {
  const { city } = agreement.ground;
  const musts = mustsOf('hotel', agreement, around);
  const nights = nightsOf(agreement);
  const home = musts[0] ?? bestHotel(agreement, around, agreement.ceiling === Infinity ? 0.3 : 1);
  return Array.from({ length: city.days }, (_, day) => (day < nights ? (musts[nights - day] ?? home) : undefined));
}
