import type { PlaceType } from '@shared/domain/itinerary/types';
import { choicesOf, type Agreement } from '../agree';
import { costAt, type Spot } from '../city';
import { cover } from '../cover';
import { kmBetween } from '../ground';

const YUAN_A_KM = 4;
const LONG_MINUTES = 240;

/** Mean distance to some places, in kilometres. */
const farFrom = (spot: Spot, others: readonly Spot[]): number => (others.length === 0 ? 0 : others.reduce((sum, other) => sum + kmBetween(spot.place, other.place), 0) / others.length);

/** Places of a type that together serve every wish for one: few, cheap, not too long, near each other and to `around`; `favour` in yuan. */
export function mustsOf(type: PlaceType, agreement: Agreement, around: readonly Spot[], favour: (spot: Spot) => number = () => 0): Spot[] {
  const { city } = agreement.ground;
  return cover(choicesOf(type, agreement), (spot, chosen) => {
    const far = YUAN_A_KM * city.party * farFrom(spot, [...around, ...chosen]);
    return favour(spot) + spot.rank * 5 - costAt(spot, city) - far - Math.max(0, spot.least - LONG_MINUTES) / 2;
  });
}
