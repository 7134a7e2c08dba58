import type { Constraint, Means, PlaceType } from '@shared/domain/itinerary/types';
import type { Spot } from '../city';
import type { Frame } from '../frame';
import type { Tally } from '../trip';

/** A wish as the planner pursues it. What does not apply is absent. */
export interface Goal {
  member: string;
  constraint: Constraint;
  /** Whether a trip meets it; null: nobody can tell. */
  judge(tally: Tally): boolean | null;
  /** One place out of each of these sets is wanted. */
  wants?: { type: PlaceType; each: readonly ReadonlySet<Spot>[] };
  /** Only such places of these types will do. */
  bars?: { types: readonly PlaceType[]; allows(spot: Spot): boolean };
  /** Places rather not visited, though the wish allows them: somebody might take them for what is not wanted. */
  shuns?: ReadonlySet<Spot>;
  /** Yuan the trip may cost them all. */
  ceiling?: number;
  means?: { only?: ReadonlySet<Means>; never?: ReadonlySet<Means>; once?: readonly Means[] };
  maxWalkKm?: number;
  frame?(frame: Frame, day: number): Frame;
  /** Sights a day. */
  pace?: { atLeast?: number; atMost?: number };
}

export interface Verdict {
  goal: Goal;
  pass: boolean | null;
}
