import type { Stop } from './trip';
import type { PlaceType } from './types';

const TYPES: Record<Stop['kind'], readonly PlaceType[]> = {
  attraction: ['attraction'],
  breakfast: ['restaurant', 'hotel'],
  lunch: ['restaurant'],
  dinner: ['restaurant'],
  hotel: ['hotel'],
  rest: ['attraction', 'restaurant', 'hotel'],
};

/** Whether a place of that type can be such a stop. */
export const canBe = (kind: Stop['kind'], type: PlaceType): boolean => TYPES[kind].includes(type);
