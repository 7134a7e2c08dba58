import type { PaiKind } from '@shared/domain/kind';
import type { Speak } from './words';

/** The order of the cards: what most people come for is first, and the odd one takes a row of its own. */
export const KIND_ORDER: readonly PaiKind[] = ['trip', 'family', 'friends', 'classmates', 'reading', 'sports', 'work'];

const SEASONS = ['winter', 'spring', 'summer', 'autumn'] as const;

/** The season a month (0–11) belongs to, on the northern half of the earth. */
export const seasonOf = (month: number): (typeof SEASONS)[number] => SEASONS[Math.floor(((month + 1) % 12) / 3)] ?? 'spring';

/** A name to start with, so that nobody has to think of one. */
export function nameFor(kind: PaiKind, now: Date, t: Speak): string {
  return kind === 'trip' ? t(`kind.trip.name.${seasonOf(now.getMonth())}`) : t(`kind.${kind}.name`);
}

